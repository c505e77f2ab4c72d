package dev.gangway.line.record;

import dev.gangway.diagnosis.Diagnosis;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Notices that the clock of a station was set back: since its last record was written, and from then on by a clock that
 * nobody sets. Dates of records, certificates and serial numbers are by the clock that was. Safe for use by several
 * threads.
 */
public final class ClockWatch {
    /** What clocks are corrected by without anybody having set them. */
    private static final Duration USUAL = Duration.ofSeconds(2);

    private final Clock clock;
    private final LongSupplier nanos;
    private Instant due;
    private long dueAt;

    /**
     * Watches from now on.
     *
     * @param chain in which the station's last record is
     */
    public ClockWatch(RecordChain chain, String station, Clock clock) {
        this(chain.lastWritten(station), clock, System::nanoTime);
    }

    /** With a clock that nobody sets, in nanoseconds. */
    ClockWatch(Optional<Instant> last, Clock clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
        due = last.filter(clock.instant()::isBefore).orElseGet(clock::instant);
        dueAt = nanos.getAsLong();
    }

    /** That the clock was set back, where it was by more than 2 s; said once. */
    public synchronized Optional<Diagnosis> setBack() {
        long at = nanos.getAsLong();
        Instant now = clock.instant();
        Instant expected = due.plusNanos(at - dueAt);
        due = now;
        dueAt = at;
        Duration back = Duration.between(now, expected);
        return back.compareTo(USUAL) <= 0
                ? Optional.empty()
                : Optional.of(Diagnosis.of(RecordCode.CLOCK_BACK)
                        .with("now", now)
                        .with("expected", expected)
                        .remedy("serial.check-clock")
                        .build());
    }
}
