package dev.gangway.ui.shell;

import dev.gangway.background.Elapsed;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Counts how long nobody did anything, whatever is done to the clock meanwhile. Used on the UI thread only. */
final class IdleLock {
    private final InstantSource clock;
    private final LongSupplier counter;
    private Optional<Duration> wait;
    private Elapsed untouched;

    /** {@code wait} is how long the vault stays open untouched; empty for always. */
    IdleLock(InstantSource clock, Optional<Duration> wait) {
        this(clock, System::nanoTime, wait);
    }

    /** {@code counter} counts nanoseconds, and is never set. */
    IdleLock(InstantSource clock, LongSupplier counter, Optional<Duration> wait) {
        this.clock = clock;
        this.counter = counter;
        this.wait = wait;
        untouched = Elapsed.since(clock, counter);
    }

    /** Somebody did something. */
    void touch() {
        untouched = Elapsed.since(clock, counter);
    }

    /** Waits for so long from now on. */
    void waitFor(Optional<Duration> changed) {
        wait = changed;
        touch();
    }

    /** Time left; zero when it is time to lock; empty where the vault stays open. */
    Optional<Duration> left() {
        return wait.map(untouched::left);
    }
}
