package dev.gangway.faultlab;

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
        Page.show(section, table);
    }
}
