package dev.gangway.ui.watch;

/** How many packets a second, over the last half second or so. For one thread. */
final class Meter {
    private static final long WINDOW_NANOS = 500_000_000;

    private long since;
    private long then;
    private long rate;
    private boolean running;

    /** The rate now; {@code total} packets so far. Changes twice a second. */
    long rate(long nanos, long total) {
        if (!running) {
            running = true;
            since = nanos;
            then = total;
        } else if (nanos - since >= WINDOW_NANOS) {
            rate = Math.round((total - then) * 1e9 / (nanos - since));
            since = nanos;
            then = total;
        }
        return rate;
    }
}
