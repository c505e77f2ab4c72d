package dev.gangway.faultlab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The lab's table. Printed at the end of each class; with {@code -Dgangway.faultlab.write=true} it also replaces its
 * section of {@code docs/fault-lab.md}.
 */
final class Report {
    static final String FAULT = "fault";
    static final String NEAR_MISS = "near miss";

    private static final Path PAGE = Path.of("docs", "fault-lab.md");

    private record Row(String kind, String name, String expected, String seen) {
        String markdown() {
            String verdict = expected.equals(seen) ? "" : " **differs**";
            return "| %s | %s | `%s` | `%s`%s |".formatted(name, kind, expected, seen, verdict);
        }
    }

    private final String section;
    private final List<Row> rows = new ArrayList<>();

    Report(String section) {
        this.section = section;
    }

    void add(String kind, String name, String expected, String seen) {
        rows.add(new Row(kind, name, expected, seen));
    }

    void finish() {
        String table = "| What was done | Kind | Expected | Seen |\n|---|---|---|---|\n"
                + rows.stream().map(Row::markdown).collect(Collectors.joining("\n"))
                + "\n";
        System.out.println("\n" + section + "\n" + table);
        if (Boolean.getBoolean("gangway.faultlab.write")) {
            write(table);
        }
    }

    private void write(String table) {
        try {
            String begin = "<!-- " + section + " -->\n";
            String end = "<!-- end of " + section + " -->\n";
            String page = Files.readString(PAGE);
            int from = page.indexOf(begin);
            int to = page.indexOf(end);
            if (from < 0 || to < from) {
                throw new IllegalStateException(PAGE + " has no place for " + section);
            }
            Files.writeString(PAGE, page.substring(0, from + begin.length()) + table + page.substring(to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
