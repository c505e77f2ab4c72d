package dev.gangway.ui.batches;

import dev.gangway.line.batch.ResultFile;
import dev.gangway.line.unit.UnitVerdict;
import java.time.Duration;
import java.util.Locale;

/**
 * A line with its result.
 *
 * @param line its number
 * @param cause what the verdict's cause says to people; empty where it passed
 * @param device id in the vault; empty where none was made
 */
record LineRow(long line, String serial, String name, UnitVerdict verdict, String cause, Duration took, String device) {
    static LineRow of(ResultFile.Row row) {
        return new LineRow(
                row.line(), row.order().serial(), row.order().name(), row.verdict(), row.text(), row.took(), row.id());
    }

    static LineRow of(ResultFile.Entry entry) {
        return new LineRow(
                entry.line(), entry.serial(), entry.name(), entry.verdict(), entry.text(), entry.took(), entry.id());
    }

    /** Whether this is a part of what it shows; lower case. */
    boolean has(String part) {
        return part.isEmpty()
                || serial.toLowerCase(Locale.ROOT).contains(part)
                || name.toLowerCase(Locale.ROOT).contains(part)
                || cause.toLowerCase(Locale.ROOT).contains(part);
    }
}
