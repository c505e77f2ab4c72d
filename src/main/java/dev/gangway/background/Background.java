package dev.gangway.background;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Runs blocking work on virtual threads and hands what comes of it to the UI thread. Work fails with a diagnosis, or
 * with an exception, which is made one: whoever starts work says what to do about both ends, so nothing waits for ever
 * for work that threw.
 */
public final class Background {
    private static final StackWalker WALKER = StackWalker.getInstance();
    private static final String OWN = Background.class.getName();

    private final Executor ui;
    private final Executor workers;
    private final Function<Throwable, Optional<Diagnosis>> explain;
    private final Log log;

    /** Hears of all work that is over, on the thread of the work. */
    @FunctionalInterface
    public interface Log {
        /**
         * Work is over.
         *
         * @param operation the class that started it, or what it was {@linkplain Task#noted noted} as
         * @param noted whether it is an operation that a person would name, or failed; else it is a step of one
         * @param state {@code done}, {@code cancelled}, {@code bug}, or the stable code of a failure
         */
        void ended(String operation, boolean noted, String state, Duration took);
    }

    /**
     * Creates one whose work runs on virtual threads.
     *
     * @param ui runs things on the UI thread; in tests, in the calling thread
     * @param explain what to say of an exception that work threw, and notes it in the log; called on the thread of the
     *     work. Empty where nobody needs to hear of it, as where the vault was locked meanwhile
     */
    public Background(Executor ui, Function<Throwable, Optional<Diagnosis>> explain) {
        this(ui, explain, (operation, noted, state, took) -> {});
    }

    /** The same with a log. */
    public Background(Executor ui, Function<Throwable, Optional<Diagnosis>> explain, Log log) {
        this(ui, work -> Thread.ofVirtual().name("gangway-work").start(work), explain, log);
    }

    /** Creates one whose work runs where {@code workers} has it run: for tests that decide when. */
    public Background(Executor ui, Executor workers, Function<Throwable, Optional<Diagnosis>> explain) {
        this(ui, workers, explain, (operation, noted, state, took) -> {});
    }

    private Background(Executor ui, Executor workers, Function<Throwable, Optional<Diagnosis>> explain, Log log) {
        this.log = log;
        this.ui = ui;
        this.workers = workers;
        this.explain = explain;
    }

    /** Work that yields a value; not begun yet. It blocks on a virtual thread. */
    public <T> Task<T> work(Function<Cancellation, T> work) {
        return new Task<>(this, starter(), false, cancellation -> Outcome.ok(work.apply(cancellation)));
    }

    /** Work that can fail with a diagnosis; not begun yet. It blocks on a virtual thread. */
    public <T> Task<T> attempt(Function<Cancellation, Outcome<T>> work) {
        return new Task<>(this, starter(), true, work);
    }

    /** Runs something on the UI thread, soon. */
    public void onUi(Runnable action) {
        ui.execute(action);
    }

    /** The class that asks for work, by its name alone. */
    private static String starter() {
        return WALKER.walk(frames -> frames.map(StackWalker.StackFrame::getClassName)
                .filter(name -> !name.equals(OWN))
                .findFirst()
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .orElse(""));
    }

    void ended(String operation, boolean noted, String state, Duration took) {
        log.ended(operation, noted, state, took);
    }

    void begin(Runnable work) {
        workers.execute(work);
    }

    Optional<Diagnosis> explain(Throwable thrown) {
        return explain.apply(thrown);
    }
}
