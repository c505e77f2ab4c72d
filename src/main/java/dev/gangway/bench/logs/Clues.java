package dev.gangway.bench.logs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    private final List<Clue> clues = new ArrayList<>();

    void add(Clue clue) {
        clues.add(clue);
    }

    boolean has(String name) {
        return clues.stream().anyMatch(clue -> clue.name().equals(name));
    }

    boolean has(String name, String value) {
        return clues.stream()
                .anyMatch(clue -> clue.name().equals(name) && clue.value().equals(value));
    }

    /** Of a kind, from line {@code from} to line {@code to}. */
    Stream<Clue> between(String name, int from, int to) {
        return clues.stream().filter(clue -> clue.name().equals(name) && clue.line() >= from && clue.line() <= to);
    }

    /** The last of a kind before a line, or on it. */
    Optional<Clue> lastBefore(String name, int line) {
        return between(name, 0, line).reduce((_, later) -> later);
    }
}
