package dev.gangway.background;

import java.time.Duration;

/** A moment by which work has to end, on the clock that never jumps. */
public record Deadline(long nanoTime) {
    /** The moment after this much time. */
    public static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    /** What is left; zero when it has passed. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
    }

    /** What is left in milliseconds, at least 1, for socket timeouts where 0 would mean for ever. */
    public int socketTimeoutMillis() {
        return (int) Math.clamp(left().toMillis(), 1, Integer.MAX_VALUE);
    }

    /** Whether it has passed. */
    public boolean hasPassed() {
        return left().isZero();
    }

    /** The earlier of this and that. */
    public Deadline orEarlier(Duration fromNow) {
        Deadline other = in(fromNow);
        return other.nanoTime - nanoTime < 0 ? other : this;
    }
}
