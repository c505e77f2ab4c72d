package dev.gangway.background;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Work that may fail, with what to do when it is over. Made by {@link Background}, started once. All that is called is
 * called on the UI thread.
 */
public final class Task<T> {
    private final Background background;
    private final Function<Cancellation, Outcome<T>> work;
    private Newest newest = new Newest();
    private Optional<Runnable> always = Optional.empty();

    Task(Background background, Function<Cancellation, Outcome<T>> work) {
        this.background = background;
        this.work = work;
    }

    /**
     * What is done before success or failure is told, and also soon after a cancel, without waiting for the work: takes
     * back what said that it runs. Not done where newer work took its place, which will do that itself.
     */
    public Task<T> always(Runnable action) {
        always = Optional.of(action);
        return this;
    }

    /** Takes the place of the work that was started in this slot before: that is cancelled and not heard of any more. */
    public Task<T> in(Newest slot) {
        newest = slot;
        return this;
    }

    /**
     * Starts it; returns at once.
     *
     * @param success receives the value; not called once it was cancelled
     * @param failure receives why there is none, also where the work threw; not called once it was cancelled
     * @return for cancelling it
     */
    public Cancellation start(Consumer<? super T> success, Consumer<? super Diagnosis> failure) {
        Cancellation cancellation = new Cancellation();
        Newest slot = newest;
        slot.replace(cancellation);
        Once end = new Once(() -> {
            if (slot.holds(cancellation)) {
                always.ifPresent(Runnable::run);
            }
        });
        if (always.isPresent()) {
            cancellation.onCancel(() -> background.onUi(end));
        }
        background.begin(() -> {
            Optional<Outcome<T>> outcome = run(cancellation);
            background.onUi(() -> {
                end.run();
                if (!cancellation.isCancelled()) {
                    outcome.ifPresent(which -> which.handle(success, failure));
                }
            });
        });
        return cancellation;
    }

    @SuppressWarnings("IllegalCatch") // whatever work throws, whoever waits for it must hear of the end
    private Optional<Outcome<T>> run(Cancellation cancellation) {
        try {
            return Optional.of(work.apply(cancellation));
        } catch (Throwable thrown) {
            return background.explain(thrown).map(Outcome::failed);
        }
    }

    /** Runs a thing the first time alone. For the UI thread. */
    private static final class Once implements Runnable {
        private final Runnable action;
        private boolean done;

        Once(Runnable action) {
            this.action = action;
        }

        @Override
        public void run() {
            if (!done) {
                done = true;
                action.run();
            }
        }
    }
}
