package dev.gangway.bench.rules;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;

/** Writes moments so that they read the same in every language. */
final class Dates {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private Dates() {}

    static String show(Date date) {
        return show(date.toInstant());
    }

    static String show(Instant moment) {
        return FORMAT.format(moment);
    }
}
