package dev.gangway.ui.bench;

import dev.gangway.background.Background;
import dev.gangway.background.Newest;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Run;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Action;
import dev.gangway.diagnosis.Remedy;
import dev.gangway.testing.Repairs;
import dev.gangway.ui.kit.TestSubject;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;

/**
 * Carries out what the result on the bench advises: tests again with another plan, asks a person first where that is
 * called for, or repairs the device on its server. For the UI thread alone; the work itself runs elsewhere.
 */
public final class BenchRemedies {
    private final BenchViewModel bench;
    private final BenchWork work;
    private final Background background;
    private final Newest working;
    private final ObjectProperty<BenchState> state;
    private Consumer<Remedy> byHand = _ -> {};
    private BiConsumer<Remedy, Runnable> onServer = (_, carryOut) -> carryOut.run();

    /**
     * For this bench.
     *
     * @param working of the bench, so that what comes onto it next ends a remedy under way
     * @param state of the bench
     */
    BenchRemedies(
            BenchViewModel bench,
            BenchWork work,
            Background background,
            Newest working,
            ObjectProperty<BenchState> state) {
        this.bench = bench;
        this.work = work;
        this.background = background;
        this.working = working;
        this.state = state;
    }

    /** Whom to tell of a remedy that only a person can carry out, somewhere else. */
    public void onByHand(Consumer<Remedy> listener) {
        byHand = listener;
    }

    /** Whom to ask before something is changed on the server: gets the remedy, and what carries it out. */
    public void onServerChange(BiConsumer<Remedy, Runnable> question) {
        onServer = question;
    }

    /** Whether a remedy is more than advice for what is on the bench now. */
    public boolean canCarryOut(Remedy remedy) {
        Optional<TestSubject> its = bench.subject().get();
        boolean device = its.orElse(null) instanceof TestSubject.OfDevice;
        boolean finished = bench.finishedRun().isPresent();
        return switch (remedy.action()) {
            case NONE -> false;
            case EDIT_CREDENTIAL -> true;
            case PUSH_CREDENTIAL, REISSUE, SET_PROFILE, REFRESH_TOKEN ->
                its.flatMap(who -> repairable(who, remedy)).isPresent();
            case OPEN_TOKEN, RETRY -> device || finished;
            default -> finished;
        };
    }

    /** Carries a remedy of the last run out and runs the test again, as far as that goes without a question. */
    public void fix(Remedy remedy) {
        if (bench.isBusy() || bench.subject().get().isEmpty()) {
            return;
        }
        TestSubject its = bench.subject().get().get();
        bench.finishedRun().ifPresentOrElse(run -> fix(its, run, remedy), () -> fixWithoutRun(its, remedy));
    }

    /** The person says yes to what was asked: goes on with the fix. */
    public void confirm() {
        if (state.get() instanceof BenchState.Asking(var _, Plan changed, Run _)) {
            bench.subject().get().ifPresent(its -> bench.rerun(its, changed));
        }
    }

    /** The person says no: back to the result. */
    public void decline() {
        if (state.get() instanceof BenchState.Asking(var _, Plan _, Run run)) {
            state.set(new BenchState.Finished(run));
        }
    }

    /** Busy from the first moment: nothing else may come onto the bench under the same state. */
    private void fix(TestSubject its, Run run, Remedy remedy) {
        state.set(new BenchState.Working());
        background
                .work(_ -> new PlanFixes(work.knownCertificates()).of(run, remedy))
                .in(working)
                .start(
                        fix -> {
                            state.set(new BenchState.Finished(run));
                            carryOut(its, fix, remedy, run);
                        },
                        bench::blocked);
    }

    private void carryOut(TestSubject its, Fix fix, Remedy remedy, Run run) {
        switch (fix) {
            case Fix.Changed(Plan changed) -> bench.rerun(its, changed);
            case Fix.Confirm(Question question, Plan changed) ->
                state.set(new BenchState.Asking(question, changed, run));
            case Fix.OnServer _ -> repair(its, remedy);
            case Fix.NotHere _ -> byHand.accept(remedy);
        }
    }

    /** No test could begin: there is no plan to change. */
    private void fixWithoutRun(TestSubject its, Remedy remedy) {
        if (remedy.action() == Action.RETRY && its instanceof TestSubject.OfDevice(Device device)) {
            bench.test(device);
        } else {
            repair(its, remedy);
        }
    }

    private void repair(TestSubject its, Remedy remedy) {
        repairable(its, remedy)
                .ifPresentOrElse(
                        device -> onServer.accept(remedy, () -> repair(device, remedy)), () -> byHand.accept(remedy));
    }

    private void repair(Device device, Remedy remedy) {
        state.set(new BenchState.Working());
        background
                .attempt(cancellation -> work.repair(device, remedy, cancellation))
                .in(working)
                .start(bench::test, bench::blocked);
    }

    /** The device that this remedy would repair. */
    private static Optional<Device> repairable(TestSubject its, Remedy remedy) {
        return its instanceof TestSubject.OfDevice(Device device) && Repairs.knows(remedy, device)
                ? Optional.of(device)
                : Optional.empty();
    }
}
