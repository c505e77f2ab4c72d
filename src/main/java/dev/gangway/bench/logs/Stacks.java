package dev.gangway.bench.logs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Everything that is known: all files in {@code stacks/}. Immutable once loaded, and loaded once. */
final class Stacks {
    private static final String FOLDER = "dev/gangway/bench/logs/stacks/";
    private static final String MEANINGS = "meanings.txt";

    private final Map<String, String> titles = new LinkedHashMap<>();
    private final List<Table> tables = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, List<Entry>> byName = new HashMap<>();
    private final Meanings meanings;

    /** Loaded when it is first asked for. */
    private static final class Loaded {
        private static final Stacks STACKS = new Stacks();

        private Loaded() {}
    }

    private Stacks() {
        meanings = new Meanings(lines(MEANINGS));
        List<StackFile> files = names().map(name -> new StackFile(name, lines("stacks/" + name), meanings))
                .toList();
        Map<String, Table> all = new HashMap<>();
        for (StackFile file : files) {
            if (titles.put(file.id(), file.title()) != null) {
                throw new IllegalStateException("two stacks are called " + file.id());
            }
            file.tables().forEach((id, table) -> all.put(file.id() + ":" + id, table));
            tables.addAll(file.tables().values());
        }
        for (StackFile file : files) {
            rules.addAll(file.rules(name -> Optional.ofNullable(all.get(name))));
            file.tables().values().forEach(table -> entries.addAll(table.entries()));
            entries.addAll(file.lines());
        }
        tables.stream()
                .filter(table -> table.has("names"))
                .flatMap(table -> table.entries().stream())
                .forEach(entry -> byName.computeIfAbsent(entry.name(), _ -> new ArrayList<>())
                        .add(entry));
    }

    static Stacks known() {
        return Loaded.STACKS;
    }

    /** What a stack is called; the id where nobody knows. */
    String title(String stack) {
        return titles.getOrDefault(stack, stack);
    }

    List<Table> tables() {
        return tables;
    }

    List<Rule> rules() {
        return rules;
    }

    /** Every code and every line, each with its source. */
    List<Entry> entries() {
        return entries;
    }

    Meanings meanings() {
        return meanings;
    }

    /** Codes of this name, which is told from other words by itself. */
    List<Entry> named(String name) {
        return byName.getOrDefault(name, List.of());
    }

    private static List<String> lines(String resource) {
        try (InputStream in = Stacks.class.getResourceAsStream(resource);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The names of the files, in a folder of classes or in the program's JAR, in the order of the alphabet. */
    private static Stream<String> names() {
        URL one = Stacks.class.getResource(MEANINGS);
        try {
            if (one.getProtocol().equals("file")) {
                try (Stream<Path> files = Files.list(Path.of(one.toURI()).resolveSibling("stacks"))) {
                    return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
                }
            }
            String inside = one.getPath();
            Path jar = Path.of(new java.net.URI(inside.substring(0, inside.indexOf('!'))));
            try (JarFile opened = new JarFile(jar.toFile())) {
                return opened.stream()
                        .map(entry -> entry.getName())
                        .filter(name -> name.startsWith(FOLDER) && name.endsWith(".txt"))
                        .map(name -> name.substring(FOLDER.length()))
                        .sorted()
                        .toList()
                        .stream();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (URISyntaxException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
