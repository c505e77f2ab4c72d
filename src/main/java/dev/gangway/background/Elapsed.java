package dev.gangway.background;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * How long ago something was, whatever is done to the clock: a clock that is set back makes it no shorter, and the time
 * that a computer slept counts, which the counter of the processor does not see. Safe for use by several threads.
 */
public final class Elapsed {
    private final InstantSource clock;
    private final LongSupplier counter;
    private final Instant since;
    private final long counted;

    private Elapsed(InstantSource clock, LongSupplier counter) {
        this.clock = clock;
        this.counter = counter;
        since = clock.instant();
        counted = counter.getAsLong();
    }

    /** Since now. */
    public static Elapsed since(InstantSource clock) {
        return since(clock, System::nanoTime);
    }

    /**
     * Since now.
     *
     * @param counter of nanoseconds, which is never set
     */
    public static Elapsed since(InstantSource clock, LongSupplier counter) {
        return new Elapsed(clock, counter);
    }

    /** So long; clock or counter, whichever says more. */
    public Duration time() {
        Duration byClock = Duration.between(since, clock.instant());
        Duration byCounter = Duration.ofNanos(counter.getAsLong() - counted);
        return byClock.compareTo(byCounter) > 0 ? byClock : byCounter;
    }

    /** What is left of a time that began then; zero when it has passed. */
    public Duration left(Duration whole) {
        Duration left = whole.minus(time());
        return left.isNegative() ? Duration.ZERO : left;
    }
}
