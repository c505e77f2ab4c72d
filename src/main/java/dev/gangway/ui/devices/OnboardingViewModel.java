package dev.gangway.ui.devices;

import dev.gangway.background.Background;
import dev.gangway.background.Batches;
import dev.gangway.background.Cancellation;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.onboarding.Onboarding;
import dev.gangway.onboarding.Step;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The way of one device through the steps. For the UI thread alone. */
public final class OnboardingViewModel {
    /** What runs the steps; blocks until the last one, off the UI thread. */
    @FunctionalInterface
    interface Work {
        /** Runs them. */
        Onboarding.Result run(Consumer<Step> progress, Cancellation cancellation);
    }

    private final Background background;
    private final ReadOnlyObjectWrapper<OnboardingState> state =
            new ReadOnlyObjectWrapper<>(new OnboardingState.Entering());
    private Cancellation running = new Cancellation();

    /** Nothing was started yet. */
    public OnboardingViewModel(Background background) {
        this.background = background;
    }

    /** How far it is. */
    public ReadOnlyObjectProperty<OnboardingState> state() {
        return state.getReadOnlyProperty();
    }

    /** Whether steps run. */
    boolean isRunning() {
        return state.get() instanceof OnboardingState.Running;
    }

    /** Something is missing or wrong in what was entered. */
    void incomplete(Diagnosis why) {
        state.set(new OnboardingState.Incomplete(why));
    }

    /** Starts the steps; {@code then} hears what came of them. */
    void start(Work work, Consumer<Onboarding.Result> then) {
        Cancellation cancellation = new Cancellation();
        running = cancellation;
        state.set(new OnboardingState.Running(List.of()));
        Batches<Step> progress = new Batches<>(background, changed -> {
            if (state.get() instanceof OnboardingState.Running(List<Step> steps)) {
                state.set(new OnboardingState.Running(StepList.with(steps, changed)));
            }
        });
        background
                .work(_ -> work.run(progress, cancellation))
                .noted(
                        "onboard",
                        result -> result.failure().map(Diagnosis::code).orElse("done"))
                .start(
                        result -> {
                            state.set(new OnboardingState.Finished(result));
                            then.accept(result);
                        },
                        this::incomplete);
    }

    /** Stops the running steps; what was made until then is undone where it can be. */
    void cancel() {
        running.cancel();
    }

    /** Back from the steps to what was entered. */
    void edit() {
        if (!isRunning()) {
            state.set(new OnboardingState.Entering());
        }
    }

    /** How far a device is on its way onto the server. */
    public sealed interface OnboardingState {
        /** Somebody fills the form in. */
        record Entering() implements OnboardingState {}

        /** Something is missing or wrong in the form. */
        record Incomplete(Diagnosis why) implements OnboardingState {}

        /** The steps run. */
        record Running(List<Step> steps) implements OnboardingState {
            public Running {
                steps = List.copyOf(steps);
            }
        }

        /** All steps have ended, well or not. */
        record Finished(Onboarding.Result result) implements OnboardingState {}
    }
}
