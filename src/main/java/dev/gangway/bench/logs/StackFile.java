package dev.gangway.bench.logs;

import dev.gangway.bench.logs.Rule.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What is known of one stack, read from its file. Columns stand two spaces apart; docs/device-logs.md tells what the
 * rows are.
 */
final class StackFile {
    private static final String FROM = " from ";
    private static final Pattern FIRST_GROUP = Pattern.compile("(?<!\\\\)\\((?!\\?)");

    private final String file;
    private final Meanings meanings;
    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final List<List<String>> rows = new ArrayList<>();
    private final List<Entry> lines = new ArrayList<>();
    private String id = "";
    private String title = "";
    private String source = "";
    private Optional<Table> table = Optional.empty();

    /** Reads the codes; the rules need the tables of the other stacks too and are read by {@link #rules}. */
    StackFile(String file, List<String> text, Meanings meanings) {
        this.file = file;
        this.meanings = meanings;
        for (String line : text) {
            if (!line.isBlank() && !line.startsWith("#")) {
                read(line);
            }
        }
        if (id.isEmpty() || title.isEmpty()) {
            throw wrong("it lacks its stack or its title");
        }
    }

    String id() {
        return id;
    }

    /** What the stack is called. */
    String title() {
        return title;
    }

    Map<String, Table> tables() {
        return tables;
    }

    /** Its rules; {@code foreign} finds tables of other stacks, written {@code stack:table}. */
    List<Rule> rules(Function<String, Optional<Table>> foreign) {
        return rows.stream().map(row -> rule(row, foreign)).toList();
    }

    /** Lines that are codes of their own; known once {@link #rules} was called. */
    List<Entry> lines() {
        return lines;
    }

    private void read(String line) {
        List<String> columns = Arrays.asList(line.strip().split("\\s{2,}|\\t+", 2));
        String first = columns.getFirst();
        String rest = columns.size() > 1 ? columns.get(1) : "";
        switch (first) {
            case "stack" -> id = rest;
            case "title" -> title = rest;
            case "lines" -> {
                table = Optional.empty();
                source = rest.substring(rest.startsWith("from ") ? "from ".length() : 0);
            }
            case "table" -> table = Optional.of(table(rest));
            default ->
                table.ifPresentOrElse(
                        into -> into.add(entry(first, rest)), () -> rows.add(List.of(first, rest, source)));
        }
    }

    private Table table(String rest) {
        int from = rest.indexOf(FROM);
        if (from < 0) {
            throw wrong("a table lacks its source: " + rest);
        }
        source = rest.substring(from + FROM.length());
        List<String> words = Arrays.asList(rest.substring(0, from).strip().split("\\s+"));
        Table made = new Table(words.getFirst(), Set.copyOf(words.subList(1, words.size())));
        if (tables.put(made.id(), made) != null) {
            throw wrong("two tables are called " + made.id());
        }
        return made;
    }

    private Entry entry(String code, String rest) {
        String[] columns = rest.split("\\s+");
        if (columns.length != 2) {
            throw wrong("a code needs a name and a meaning: " + code);
        }
        return new Entry(id, source, code, columns[0], meanings.get(columns[1]));
    }

    private Rule rule(List<String> row, Function<String, Optional<Table>> foreign) {
        String head = row.getFirst();
        int brace = head.indexOf('{');
        Condition condition = brace < 0 ? Condition.ALWAYS : Condition.of(head.substring(brace + 1, head.length() - 1));
        Kind kind = Kind.valueOf((brace < 0 ? head : head.substring(0, brace)).toUpperCase(Locale.ROOT));
        boolean words = kind == Kind.MEANS || kind == Kind.SAYS;
        boolean coded = kind == Kind.CODE || kind == Kind.GUESS;
        int wanted = words ? 3 : kind == Kind.START ? 1 : 2;
        List<String> columns = Arrays.asList(row.get(1).split("\\s{2,}|\\t+", wanted));
        if (columns.size() != wanted) {
            throw wrong("a row has too few columns: " + row);
        }
        String regex = columns.getLast();
        Look look = new Look(regex);
        if (look.hints().isEmpty()) {
            throw wrong("nothing in it is plain enough to look for: " + regex);
        }
        if (coded && !FIRST_GROUP.matcher(regex).find()) {
            throw wrong("no group holds the code: " + regex);
        }
        List<Table> lookedUp = coded
                ? Arrays.stream(columns.getFirst().split("\\|"))
                        .map(name -> Optional.ofNullable(tables.get(name))
                                .or(() -> foreign.apply(name))
                                .orElseThrow(() -> wrong("no such table: " + name)))
                        .toList()
                : List.of();
        List<Entry> entry = words
                ? List.of(new Entry(id, row.get(2), "", columns.get(1), meanings.get(columns.getFirst())))
                : List.of();
        lines.addAll(entry);
        return new Rule(kind, condition, id, lookedUp, entry, wanted == 2 ? columns.getFirst() : "", look);
    }

    private IllegalStateException wrong(String what) {
        return new IllegalStateException(file + ": " + what);
    }
}
