package dev.gangway.ui.recipes;

import dev.gangway.ui.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Attributes and the program as people edit them: one a line. Lines that nobody has touched stand for what the recipe
 * had, blanks included.
 */
final class RecipeLines {
    private final Words words;

    RecipeLines(Words words) {
        this.words = words;
    }

    /** {@code name = value}, by name. */
    static String of(Map<String, String> attributes) {
        return new TreeMap<>(attributes)
                .entrySet().stream().map(RecipeLines::line).collect(Collectors.joining("\n"));
    }

    /** Program and arguments. */
    static String of(List<String> command) {
        return String.join("\n", command);
    }

    private static String line(Map.Entry<String, String> attribute) {
        return attribute.getKey() + " = " + attribute.getValue();
    }

    /** Reads attributes that were edited; empty where they cannot be taken, and {@code why} hears it in words. */
    Optional<Map<String, String>> attributes(String text, Map<String, String> had, Consumer<String> why) {
        if (isBroken(had.entrySet().stream().map(RecipeLines::line), why)) {
            return Optional.empty();
        }
        Map<String, Map.Entry<String, String>> known = new HashMap<>();
        had.entrySet().forEach(each -> known.put(line(each), each));
        Map<String, String> found = new LinkedHashMap<>();
        for (String line : text.lines().filter(each -> !each.isBlank()).toList()) {
            Map.Entry<String, String> entry = known.get(line);
            int at = line.indexOf('=');
            String name = entry != null
                    ? entry.getKey()
                    : at < 0 ? "" : line.substring(0, at).strip();
            String value =
                    entry != null ? entry.getValue() : line.substring(at + 1).strip();
            if (name.isBlank() || found.put(name, value) != null) {
                why.accept(words.get("recipes.error.attribute", "line", line.strip()));
                return Optional.empty();
            }
        }
        return Optional.of(found);
    }

    /**
     * Reads a program that was edited: arguments keep their blanks, and an empty line among them is an empty one. Empty
     * where it cannot be taken, and {@code why} hears it in words.
     */
    Optional<List<String>> command(String text, List<String> had, Consumer<String> why) {
        if (isBroken(had.stream(), why)) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        boolean blankIsMeant = !had.isEmpty() && had.getLast().isBlank();
        while (!lines.isEmpty() && lines.getLast().isBlank() && (!blankIsMeant || text.isBlank())) {
            lines.removeLast();
        }
        if (!lines.isEmpty() && lines.getFirst().isBlank()) {
            why.accept(words.get("recipes.error.program"));
            return Optional.empty();
        }
        return Optional.of(lines);
    }

    /** A line break within one of them cannot be told from the end of a line. */
    private boolean isBroken(Stream<String> shown, Consumer<String> why) {
        boolean broken = shown.anyMatch(each -> each.contains("\n") || each.contains("\r"));
        if (broken) {
            why.accept(words.get("recipes.error.line-break"));
        }
        return broken;
    }
}
