package dev.gangway.onboarding;

import dev.gangway.background.Cancellation;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Run;
import dev.gangway.bench.model.Verdict;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.onboarding.Step.Name;
import dev.gangway.testing.DeviceTests;
import dev.gangway.testing.TestChoices;
import java.util.Optional;
import java.util.function.Consumer;

/** The last step: a live connection with the new credential. */
final class LiveProof {
    private final DeviceTests tests;

    LiveProof(DeviceTests tests) {
        this.tests = tests;
    }

    /** Runs it; empty where it was not asked for, was cancelled before, or could not begin. */
    Optional<Run> run(Device device, OnboardingPlan.Test test, Progress shown, Cancellation cancellation) {
        return run(device, test, shown, cancellation, ran -> {}, ran -> {});
    }

    /**
     * The same.
     *
     * @param before is called once with what this returns, outside of any transaction and before {@code together}
     * @param together is called once with what this returns; where a test ran, in the transaction that keeps it
     */
    Optional<Run> run(
            Device device,
            OnboardingPlan.Test test,
            Progress shown,
            Cancellation cancellation,
            Consumer<Optional<Run>> before,
            Consumer<Optional<Run>> together) {
        if (test == OnboardingPlan.Test.NONE || cancellation.isCancelled()) {
            shown.skipped(Name.TEST);
            before.accept(Optional.empty());
            together.accept(Optional.empty());
            return Optional.empty();
        }
        shown.running(Name.TEST);
        TestChoices choices = TestChoices.standard()
                .with(
                        test == OnboardingPlan.Test.TELEMETRY
                                ? TestChoices.Telemetry.READ_BACK
                                : TestChoices.Telemetry.NONE);
        switch (tests.plan(device, choices, cancellation)) {
            case Outcome.Failed<Plan>(Diagnosis why) -> {
                shown.failed(Name.TEST, why);
                before.accept(Optional.empty());
                together.accept(Optional.empty());
                return Optional.empty();
            }
            case Outcome.Ok<Plan>(Plan plan) -> {
                return Optional.of(tests.run(
                        device,
                        plan,
                        event -> {},
                        cancellation,
                        run -> {
                            show(run, shown);
                            before.accept(Optional.of(run));
                        },
                        run -> together.accept(Optional.of(run))));
            }
        }
    }

    private static void show(Run run, Progress shown) {
        switch (run.verdict()) {
            case Verdict.Passed passed ->
                shown.done(Name.TEST, run.plan().endpoint().uri());
            case Verdict.Failed(Diagnosis why) -> shown.failed(Name.TEST, why);
            case Verdict.Cancelled cancelled -> shown.skipped(Name.TEST);
        }
    }
}
