package dev.gangway.ui.bench;

import dev.gangway.background.Background;
import dev.gangway.background.Batches;
import dev.gangway.background.Cancellation;
import dev.gangway.background.Newest;
import dev.gangway.bench.causes.Experiment;
import dev.gangway.bench.event.Event;
import dev.gangway.bench.export.Recording;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Run;
import dev.gangway.bench.model.Verdict;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.testing.TestChoices.Way;
import dev.gangway.ui.kit.Connection;
import dev.gangway.ui.kit.TestSubject;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What the test bench shows and does. For the UI thread alone; the work itself runs elsewhere. */
public final class BenchViewModel {
    private final BenchWork work;
    private final Background background;
    private final BenchRemedies remedies;
    private final TimelineRows timeline = new TimelineRows();
    private final ReadOnlyObjectWrapper<Optional<TestSubject>> subject = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Plan>> plan = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<BenchState> state = new ReadOnlyObjectWrapper<>(new BenchState.Empty());
    private final Newest working = new Newest();

    /** Its own: the end of a test is heard of after a cancel, too, because its verdict tells of that. */
    private Cancellation testing = new Cancellation();

    private Optional<Plan> original = Optional.empty();

    /** Creates one without anything to test. */
    public BenchViewModel(BenchWork work, Background background) {
        this.work = work;
        this.background = background;
        remedies = new BenchRemedies(this, work, background, working, state);
    }

    /** What can be done about the result in view. */
    public BenchRemedies remedies() {
        return remedies;
    }

    /** What is tested, where anything is. */
    public ReadOnlyObjectProperty<Optional<TestSubject>> subject() {
        return subject.getReadOnlyProperty();
    }

    /** How it is tested. */
    public ReadOnlyObjectProperty<Optional<Plan>> plan() {
        return plan.getReadOnlyProperty();
    }

    /** How far it is. */
    public ReadOnlyObjectProperty<BenchState> state() {
        return state.getReadOnlyProperty();
    }

    /** What happened so far. */
    public TimelineRows timeline() {
        return timeline;
    }

    /** Puts a device on the bench: asks how it connects, and is ready then. */
    public void show(Device device) {
        show(device, false);
    }

    /** Puts a device on the bench and tests it at once. */
    public void test(Device device) {
        show(device, true);
    }

    /**
     * Reads a device that is to come onto the bench. Nothing is on it until then: what was there before cannot be
     * tested in its place.
     *
     * @param reading blocks, off the UI thread; empty where the device is gone
     * @param then what to do with it
     */
    public void await(Supplier<Optional<Device>> reading, Consumer<Device> then) {
        stop();
        subject.set(Optional.empty());
        plan.set(Optional.empty());
        original = Optional.empty();
        timeline.clear();
        state.set(new BenchState.Working());
        background
                .work(_ -> reading.get())
                .in(working)
                .start(found -> found.ifPresentOrElse(then, () -> state.set(new BenchState.Empty())), this::blocked);
    }

    /** Puts somebody on the bench who connects like this. */
    public void show(TestSubject who, Plan its) {
        Optional<Plan> stored = subject.get().equals(Optional.of(who)) ? original : Optional.of(its);
        stop();
        subject.set(Optional.of(who));
        ready(its);
        original = stored;
    }

    /** What could stay connected: sessions are for MQTT alone, and a device can always have one as it is stored. */
    public Optional<Connection> connection() {
        return subject.get()
                .map(who -> new Connection(
                        who,
                        plan.get()
                                .filter(its -> !its.endpoint().transport().isDeviceApi())
                                .filter(its -> who instanceof TestSubject.AdHoc
                                        || !original.map(BenchViewModel::session)
                                                .equals(Optional.of(session(its))))))
                .filter(its -> its.subject() instanceof TestSubject.OfDevice
                        || its.plan().isPresent());
    }

    /** Whether the next test differs from how the device is stored, or the connection was typed in. */
    public boolean isChanged() {
        return !original.equals(plan.get());
    }

    /** Shows the finished run that proved a device. */
    public void show(Device device, Run run) {
        stop();
        subject.set(Optional.of(new TestSubject.OfDevice(device)));
        original = Optional.of(run.plan());
        plan.set(original);
        timeline.start(run.plan());
        finish(run);
    }

    /** Shows a finished run of what is on the bench; another one is done the same way. */
    public void show(Run run) {
        stop();
        plan.set(Optional.of(run.plan()));
        timeline.start(run.plan());
        finish(run);
    }

    /** Shows a test of earlier; the plan of the next one stays as it is. */
    public void show(Recording recording) {
        stop();
        timeline.show(recording);
        state.set(new BenchState.Old(recording));
    }

    /** The finished test in view, where one is: without its secrets. */
    public Optional<Recording> recording() {
        return state.get() instanceof BenchState.Old(Recording old)
                ? Optional.of(old)
                : finishedRun().map(Recording::of);
    }

    /** The test in view that was run just now, where one was. */
    public Optional<Run> finishedRun() {
        return switch (state.get()) {
            case BenchState.Finished(Run run) -> Optional.of(run);
            case BenchState.Asking(var _, Plan _, Run run) -> Optional.of(run);
            default -> Optional.empty();
        };
    }

    /** Changes how the next run is done, for this bench alone. Does nothing while a test runs. */
    public void change(UnaryOperator<Plan> choice) {
        if (!isBusy()) {
            plan.get().map(choice).ifPresent(changed -> plan.set(Optional.of(changed)));
        }
    }

    /** Has the device on the bench tested this way; where it cannot be, says why and leaves all as it is. */
    public void choose(Way way) {
        if (isBusy() || !(subject.get().orElse(null) instanceof TestSubject.OfDevice(Device device))) {
            return;
        }
        stop();
        state.set(new BenchState.Working());
        background
                .attempt(cancellation -> work.plan(device, way, cancellation))
                .in(working)
                .start(this::ready, this::blocked);
    }

    /** How it would be tested without changes made here. */
    public Optional<Plan> original() {
        return original;
    }

    /** Goes back to how the device is stored. */
    public void reset() {
        if (!isBusy() && subject.get().orElse(null) instanceof TestSubject.OfDevice(Device device)) {
            show(device);
        }
    }

    /** Runs the test. Does nothing while one runs, or without anything to test. */
    public void start() {
        if (!isBusy() && subject.get().isPresent() && plan.get().isPresent()) {
            start(subject.get().get(), plan.get().get());
        }
    }

    /** Stops the running test, whose verdict then says so, or the work before it. */
    public void cancel() {
        testing.cancel();
        if (state.get() instanceof BenchState.Working) {
            working.cancel();
            state.set(plan.get().isPresent() ? new BenchState.Ready() : new BenchState.Empty());
        }
    }

    /** Settles by one more connection what the run in view left open. Does nothing while one runs, or without a run. */
    public void findOut(Experiment experiment) {
        further((refused, cancellation) -> work.findOut(refused, experiment, _ -> {}, cancellation));
    }

    /** Has a stock Java client try what the run in view tried. Does nothing while one runs, or without a run. */
    public void alsoStockJava() {
        further(work::alsoStockJava);
    }

    private void further(BiFunction<Run, Cancellation, Run> connection) {
        if (isBusy() || finishedRun().isEmpty()) {
            return;
        }
        Run before = finishedRun().get();
        state.set(new BenchState.Running());
        Cancellation cancellation = new Cancellation();
        testing = cancellation;
        background.work(_ -> connection.apply(before, cancellation)).in(working).start(this::finish, this::blocked);
    }

    /** Whether a test or a repair is under way. */
    public boolean isBusy() {
        return state.get() instanceof BenchState.Running || state.get() instanceof BenchState.Working;
    }

    private void show(Device device, boolean andTest) {
        stop();
        subject.set(Optional.of(new TestSubject.OfDevice(device)));
        plan.set(Optional.empty());
        original = Optional.empty();
        timeline.clear();
        state.set(new BenchState.Working());
        background
                .attempt(cancellation -> work.plan(device, Way.BEST, cancellation))
                .in(working)
                .start(
                        its -> {
                            ready(its);
                            if (andTest) {
                                start();
                            }
                        },
                        this::blocked);
    }

    private void ready(Plan its) {
        original = Optional.of(its);
        plan.set(Optional.of(its));
        timeline.start(its);
        state.set(new BenchState.Ready());
    }

    /** Nothing can be tested, for this reason. */
    void blocked(Diagnosis diagnosis) {
        state.set(new BenchState.Blocked(diagnosis));
    }

    /** Runs the test again, another way. */
    void rerun(TestSubject its, Plan changed) {
        plan.set(Optional.of(changed));
        start(its, changed);
    }

    private void start(TestSubject its, Plan how) {
        timeline.start(how);
        state.set(new BenchState.Running());
        Cancellation cancellation = new Cancellation();
        testing = cancellation;
        Batches<Event> live = new Batches<>(background, events -> {
            if (testing == cancellation && state.get() instanceof BenchState.Running) {
                timeline.add(events);
            }
        });
        background
                .work(_ -> work.run(its, how, live, cancellation))
                .noted("test", BenchViewModel::ending)
                .in(working)
                .start(this::finish, this::blocked);
    }

    /** For the log. */
    private static String ending(Run run) {
        return switch (run.verdict()) {
            case Verdict.Passed() -> "pass";
            case Verdict.Failed(Diagnosis why) -> why.code();
            case Verdict.Cancelled() -> "cancelled";
        };
    }

    private void finish(Run run) {
        timeline.finish(run.events(), run.verdict() instanceof Verdict.Passed);
        state.set(new BenchState.Finished(run));
    }

    /** What is published and read back is no part of a session. */
    private static Plan session(Plan plan) {
        return plan.proving(Optional.empty(), Optional.empty());
    }

    /** Whatever still runs must not be heard of any more. */
    private void stop() {
        testing.cancel();
        testing = new Cancellation();
        working.forget();
    }
}
