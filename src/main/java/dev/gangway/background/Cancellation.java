package dev.gangway.background;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

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

    /**
     * Does work that is given a moment to end properly: its own cancellation comes this much later than this one.
     *
     * @param grace between the two
     * @param work blocks in the calling thread
     */
    public <T> T finishing(Duration grace, Function<Cancellation, T> work) {
        Cancellation later = new Cancellation();
        try (Registration _ = onCancel(() -> later.cancelAfter(grace))) {
            return work.apply(later);
        }
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

    /**
     * Waits this long, or until the cancel; zero or less does not wait.
     *
     * @return whether the time went by without a cancel
     */
    public boolean pause(Duration time) {
        CountDownLatch stopped = new CountDownLatch(1);
        try (Registration _ = onCancel(stopped::countDown)) {
            return !stopped.await(time.toNanos(), TimeUnit.NANOSECONDS) && !cancelled;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
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
