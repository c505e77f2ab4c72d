package dev.gangway.background;

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
