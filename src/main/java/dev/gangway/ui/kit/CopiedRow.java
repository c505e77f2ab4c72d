package dev.gangway.ui.kit;

import dev.gangway.bench.event.Event;
import dev.gangway.diagnosis.Printable;
import dev.gangway.line.batch.table.FormulaGuard;
import dev.gangway.ui.text.Words;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A row of a timeline as text with tabs between, as spreadsheets and tickets take it: what a server sent is no formula
 * there, no further cell and no further row. Holds no secrets.
 */
public final class CopiedRow {
    private CopiedRow() {}

    /** Time in milliseconds, who sent it, the message, bytes, detail, and whatever else there is. */
    public static String of(Words words, Event event, String... more) {
        Stream<String> cells = Stream.of(
                words.formats().millis(event.atMicros()),
                words.get("event.direction." + event.direction()),
                event.name(),
                event.bytes() > 0 ? words.formats().number(event.bytes()) : "",
                event.summary());
        return Stream.concat(cells, Stream.of(more))
                .map(cell -> FormulaGuard.guarded(Printable.of(cell)))
                .collect(Collectors.joining("\t"))
                .stripTrailing();
    }
}
