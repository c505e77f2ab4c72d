package dev.gangway.bench.logs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Facts in a log that are no fault by themselves: free memory, ports, hosts, dates. In the order of the lines. */
final class Clues {
    /**
     * One fact.
     *
     * @param line its number, from 1
     * @param name what kind it is, as the files of the stacks call it
     * @param value what stands there; empty where the line itself is the fact
     */
    record Clue(int line, String name, String value) {}

    private final Map<String, List<Clue>> byName = new HashMap<>();
    private final Map<String, Set<String>> values = new HashMap<>();

    /** Adds one; they come in the order of the lines. */
    void add(Clue clue) {
        byName.computeIfAbsent(clue.name(), _ -> new ArrayList<>()).add(clue);
        values.computeIfAbsent(clue.name(), _ -> new HashSet<>()).add(clue.value());
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }

    /** The lines in which one of a kind stands. */
    Stream<Integer> lines(String name) {
        return byName.getOrDefault(name, List.of()).stream().map(Clue::line);
    }

    /** What stands in all of a kind. */
    Set<String> values(String name) {
        return values.getOrDefault(name, Set.of());
    }

    /** Of a kind, from line {@code from} to line {@code to}. */
    Stream<Clue> between(String name, int from, int to) {
        List<Clue> all = byName.getOrDefault(name, List.of());
        return all.subList(before(all, from), before(all, (long) to + 1)).stream();
    }

    /** The last of a kind before a line, or on it. */
    Optional<Clue> lastBefore(String name, int line) {
        List<Clue> all = byName.getOrDefault(name, List.of());
        int count = before(all, (long) line + 1);
        return count == 0 ? Optional.empty() : Optional.of(all.get(count - 1));
    }

    /** How many stand before a line. */
    private static int before(List<Clue> clues, long line) {
        int low = 0;
        int high = clues.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (clues.get(middle).line() < line) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
