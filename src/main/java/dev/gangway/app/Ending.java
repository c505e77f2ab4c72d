package dev.gangway.app;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Closes the window once, also where nobody closes it but the process is told to end (SIGTERM, SIGINT, SIGHUP, the end of
 * a session): the clipboard is emptied of a secret and the vault is closed in order. An end never hangs: a UI thread that
 * does not answer is waited for no longer than was said, and the vault survives that as it survives a lost process.
 */
final class Ending {
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Executor ui;
    private final Runnable close;
    private final Duration longest;

    /**
     * Nothing happens yet.
     *
     * @param ui runs what it is given in the UI thread
     * @param close is run there, once
     * @param longest that the end of the process waits for it
     */
    Ending(Executor ui, Runnable close, Duration longest) {
        this.ui = ui;
        this.close = close;
        this.longest = longest;
    }

    /** For {@link Runtime#addShutdownHook}. */
    Thread hook() {
        return new Thread(this::terminated, "gangway-window-ending");
    }

    /** Closes, where that has not begun; in the UI thread. */
    void now() {
        if (begun.compareAndSet(false, true)) {
            try {
                close.run();
            } finally {
                over.countDown();
            }
        }
    }

    private void terminated() {
        try {
            if (!begun.get()) {
                ui.execute(this::now);
            }
            over.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (IllegalStateException toolkitIsGone) {
            // so is the window, and whoever ended it has closed it or failed to
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
