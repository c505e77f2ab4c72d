package dev.gangway.bench.matrix;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Keeps refused attempts so rare that a server does not block this address: ThingsBoard's limit, where it is switched
 * on, is ten failures a minute. Not safe for several threads.
 */
public final class RateLimiter {
    /** Refused attempts in a window. */
    public static final int MOST_REFUSED = 8;

    /** Length of the window. */
    public static final Duration WINDOW = Duration.ofSeconds(60);

    /** How long so many attempts wait at most, where every one of them is refused. */
    public static Duration longestWait(int attempts) {
        return WINDOW.multipliedBy(Math.max(0, attempts - 1) / MOST_REFUSED);
    }

    private final Deque<Long> refused = new ArrayDeque<>();

    /** How long to wait before the next attempt; {@code nanoTime} is the moment now. */
    public Duration pause(long nanoTime) {
        while (!refused.isEmpty() && nanoTime - refused.peekFirst() >= WINDOW.toNanos()) {
            refused.removeFirst();
        }
        return refused.size() < MOST_REFUSED
                ? Duration.ZERO
                : Duration.ofNanos(WINDOW.toNanos() - (nanoTime - refused.getFirst()));
    }

    /** Counts an attempt that the server refused at this moment. */
    public void refused(long nanoTime) {
        refused.addLast(nanoTime);
    }
}
