package dev.gangway.line.unit;

import dev.gangway.stored.StoredAs;
import dev.gangway.vault.RecordType;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What the line knows of a unit between its attempts. Written together with the end of an attempt.
 *
 * @param name of the device; one note a name
 * @param serial as ordered
 * @param verdict of the last attempt
 * @param attempts so far
 * @param failures of them that count against the unit
 * @param cause code of the diagnosis, where the last one did not pass
 * @param written whether the recipe's program has written to the device with the credential that it has now
 * @param at when the last attempt ended
 * @param traces what the server knew of the device before its present credential, while the device itself was not seen
 * @param waiting the order that goes on when the server is back; there while the verdict is {@code QUEUED}
 */
record UnitNote(
        @StoredAs("name") String name,
        @StoredAs("serial") String serial,
        @StoredAs("verdict") UnitVerdict verdict,
        @StoredAs("attempts") int attempts,
        @StoredAs("failures") int failures,
        @StoredAs("cause") Optional<String> cause,
        @StoredAs("written") boolean written,
        @StoredAs("at") Instant at,
        @StoredAs("waiting") Optional<UnitOrder> waiting,
        @StoredAs("traces") Optional<DeviceSighting.Traces> traces) {
    /** Found by what they came to. */
    static final RecordType<UnitNote> KIND = new RecordType<>(
            "line.unit",
            UnitNote.class,
            UnitNote::name,
            note -> Map.of("verdict", note.verdict().name(), "serial", note.serial()));

    /** Of a unit that was never seen. */
    static UnitNote fresh(UnitOrder order) {
        return new UnitNote(
                order.name(),
                order.serial(),
                UnitVerdict.ERROR,
                0,
                0,
                Optional.empty(),
                false,
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty());
    }

    /** After another attempt. */
    UnitNote after(UnitOrder order, UnitVerdict now, Optional<String> why, boolean isWritten, Instant when) {
        return new UnitNote(
                name,
                serial,
                now,
                attemptsAfter(),
                now == UnitVerdict.FAIL ? failures + 1 : failures,
                why,
                isWritten,
                when,
                now == UnitVerdict.QUEUED ? Optional.of(order) : Optional.empty(),
                Optional.empty());
    }

    /** The same for a device that is waited for: with what its server knew of it before. */
    UnitNote knowing(DeviceSighting.Traces known) {
        return new UnitNote(name, serial, verdict, attempts, failures, cause, written, at, waiting, Optional.of(known));
    }

    /** The number of the attempt that is under way; going on with one that waited is no other. */
    int attemptsAfter() {
        return verdict == UnitVerdict.QUEUED ? attempts : attempts + 1;
    }

    /** With nothing counted against the unit. */
    UnitNote released() {
        return new UnitNote(name, serial, verdict, attempts, 0, cause, written, at, waiting, traces);
    }
}
