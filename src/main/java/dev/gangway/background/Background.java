package dev.gangway.background;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Runs blocking work on virtual threads and hands results to the UI thread. A failure of {@code work} is a value; an
 * exception is a bug and goes to the handler of the thread that shows it.
 */
public final class Background {
    private final Executor ui;

    /**
     * Creates one.
     *
     * @param ui runs things on the UI thread; in tests, in the calling thread
     */
    public Background(Executor ui) {
        this.ui = ui;
    }

    /**
     * Starts work; returns at once.
     *
     * @param work blocks on a virtual thread
     * @param result receives its value on the UI thread; not called once cancelled
     * @return for cancelling it
     */
    public <T> Cancellation start(Function<Cancellation, T> work, Consumer<T> result) {
        Cancellation cancellation = new Cancellation();
        Thread.ofVirtual().name("gangway-work").start(() -> {
            T value;
            try {
                value = work.apply(cancellation);
            } catch (RuntimeException | Error bug) {
                ui.execute(() -> {
                    throw bug;
                });
                return;
            }
            ui.execute(() -> {
                if (!cancellation.isCancelled()) {
                    result.accept(value);
                }
            });
        });
        return cancellation;
    }

    /** Runs something on the UI thread, soon. */
    public void onUi(Runnable action) {
        ui.execute(action);
    }
}
