package dev.gangway.faultlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The lab's table of one class. It is printed when the class has ended, and has to be what {@link Page the page} says;
 * with {@code -Dgangway.faultlab.write=true} the page is made to say it.
 */
final class Report {
    private final String section;
    private final List<Row> rows = new ArrayList<>();
    private boolean skipped;

    Report(String section) {
        this.section = section;
    }

    void add(Row row) {
        rows.add(row);
    }

    /** A trial could not be made here, so the page may know more than was seen. */
    void skipped() {
        skipped = true;
    }

    void finish() {
        if (rows.isEmpty()) {
            return; // nothing of it can be made here
        }
        Page.show(section, Tables.table(rows));
        if (Page.isBeingWritten()) {
            Scores.renew();
            return;
        }
        Set<String> seen = lines(rows);
        Set<String> said = lines(Tables.rows(section));
        String renew = "docs/fault-lab.md, " + section + "; renew it with -Dgangway.faultlab.write=true";
        assertThat(said).as(renew).containsAll(seen);
        if (!skipped && !onlyAPart()) {
            assertThat(seen).as(renew).containsAll(said);
        }
    }

    /** Whether the build was asked for single methods. */
    private static boolean onlyAPart() {
        return System.getProperty("it.test", "").contains("#");
    }

    private static Set<String> lines(List<Row> rows) {
        return rows.stream().map(Row::markdown).collect(Collectors.toSet());
    }
}
