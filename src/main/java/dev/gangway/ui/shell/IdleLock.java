package dev.gangway.ui.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Counts how long nobody did anything. Used on the UI thread only. */
final class IdleLock {
    private final InstantSource clock;
    private Optional<Duration> wait;
    private Instant lastTouch;

    /** {@code wait} is how long the vault stays open untouched; empty for always. */
    IdleLock(InstantSource clock, Optional<Duration> wait) {
        this.clock = clock;
        this.wait = wait;
        lastTouch = clock.instant();
    }

    /** Somebody did something. */
    void touch() {
        lastTouch = clock.instant();
    }

    /** Waits for so long from now on. */
    void waitFor(Optional<Duration> changed) {
        wait = changed;
        touch();
    }

    /** Time left; zero when it is time to lock; empty where the vault stays open. */
    Optional<Duration> left() {
        return wait.map(whole -> {
            Duration left = whole.minus(Duration.between(lastTouch, clock.instant()));
            return left.isNegative() ? Duration.ZERO : left;
        });
    }
}
