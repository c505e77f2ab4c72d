package dev.gangway.background;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Work that may fail, with what to do when it is over. Made by {@link Background}, started once. All that is called is
 * called on the UI thread.
 */
public final class Task<T> {
    private static final String DONE = "done";

    private final Background background;
    private final Function<Cancellation, Outcome<T>> work;
    private String operation;
    private boolean noted;
    private Function<? super T, String> state = value -> DONE;
    private Newest newest = new Newest();
    private Optional<Runnable> always = Optional.empty();

    Task(Background background, String operation, boolean noted, Function<Cancellation, Outcome<T>> work) {
        this.background = background;
        this.operation = operation;
        this.noted = noted;
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

    /**
     * Goes into the log by this name: an operation that a person would name, though it cannot fail with a diagnosis.
     *
     * @param name such as {@code test}; never one that a person gave
     * @param how its value ended: {@code done} or the stable code of a failure
     */
    public Task<T> noted(String name, Function<? super T, String> how) {
        operation = name;
        noted = true;
        state = how;
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
            long began = System.nanoTime();
            Optional<Outcome<T>> outcome = run(cancellation);
            note(outcome, cancellation, Duration.ofNanos(System.nanoTime() - began));
            background.onUi(() -> {
                end.run();
                if (!cancellation.isCancelled()) {
                    outcome.ifPresent(which -> which.handle(success, failure));
                }
            });
        });
        return cancellation;
    }

    private void note(Optional<Outcome<T>> outcome, Cancellation cancellation, Duration took) {
        boolean failed = outcome.isEmpty() || outcome.get().failure().isPresent();
        String ending = cancellation.isCancelled()
                ? "cancelled"
                : outcome.map(this::ending).orElse("stopped");
        background.ended(operation, noted || failed, ending, took);
    }

    private String ending(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Ok<T>(T value) -> state.apply(value);
            case Outcome.Failed<T>(Diagnosis why) -> why.code();
        };
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
