package dev.gangway.background;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A person's wish to stop. Blocking work registers what to close, so that a cancel takes effect while it waits.
 * Safe for use by several threads.
 */
public final class Cancellation {
    private final ConcurrentHashMap<Object, Runnable> actions = new ConcurrentHashMap<>();
    private volatile boolean cancelled;

    /** Takes a registered action back. */
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    /** One that nobody asks for: it comes after this time. */
    public static Cancellation in(Duration time) {
        Cancellation later = new Cancellation();
        later.cancelAfter(time);
        return later;
    }

    /** One that comes this much later: for work that is given a moment to end properly. */
    public Cancellation plus(Duration grace) {
        Cancellation later = new Cancellation();
        onCancel(() -> later.cancelAfter(grace));
        return later;
    }

    private void cancelAfter(Duration time) {
        Thread.ofVirtual().name("gangway-grace").start(() -> {
            try {
                Thread.sleep(time);
                cancel();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Whether the stop was asked for. */
    public boolean isCancelled() {
        return cancelled;
    }

    /** Asks for the stop, and runs what was registered in the calling thread. A second call does nothing. */
    public void cancel() {
        cancelled = true;
        actions.keySet().forEach(this::runOnce);
    }

    /** Has {@code action} run at the cancel, or at once where that has passed. It must not block. */
    public Registration onCancel(Runnable action) {
        Object key = new Object();
        actions.put(key, action);
        if (cancelled) {
            runOnce(key);
        }
        return () -> actions.remove(key);
    }

    private void runOnce(Object key) {
        Runnable action = actions.remove(key);
        if (action != null) {
            action.run();
        }
    }
}
