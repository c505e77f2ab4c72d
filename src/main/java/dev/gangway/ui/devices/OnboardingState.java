package dev.gangway.ui.devices;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.onboarding.Onboarding;
import dev.gangway.onboarding.Step;
import java.util.List;

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
