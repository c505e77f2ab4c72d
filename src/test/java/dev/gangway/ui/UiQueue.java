package dev.gangway.ui;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Stands in for the UI thread: keeps what is to run there, until the test runs it in its own thread. */
public final class UiQueue implements Executor {
    private static final long LONG_SECONDS = 30;

    private final LinkedBlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();

    @Override
    public void execute(Runnable action) {
        queue.add(action);
    }

    /** Waits for the next thing, and runs it. */
    public void runNext() {
        try {
            Runnable next = queue.poll(LONG_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("nothing came to the UI thread");
            }
            next.run();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
