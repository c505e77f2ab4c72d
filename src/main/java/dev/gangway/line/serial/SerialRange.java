package dev.gangway.line.serial;

import dev.gangway.stored.StoredAs;
import java.time.Instant;
import java.util.UUID;

/**
 * Numbers that one station alone may give out.
 *
 * @param id of the range
 * @param pattern of the scheme
 * @param space what makes two patterns count the same numbers; see {@link SerialScheme#space()}
 * @param station its name
 * @param from the first count
 * @param to the count after the last
 * @param next the count that is given out next; {@code to} where none is left
 * @param reserved when it was set aside
 */
public record SerialRange(
        @StoredAs("id") UUID id,
        @StoredAs("pattern") String pattern,
        @StoredAs("space") String space,
        @StoredAs("station") String station,
        @StoredAs("from") long from,
        @StoredAs("to") long to,
        @StoredAs("next") long next,
        @StoredAs("reserved") Instant reserved) {
    /** How many numbers are left. */
    public long left() {
        return to - next;
    }

    boolean overlaps(SerialRange other) {
        return space.equals(other.space) && from < other.to && other.from < to;
    }

    SerialRange withNext(long number) {
        return new SerialRange(id, pattern, space, station, from, to, number, reserved);
    }
}
