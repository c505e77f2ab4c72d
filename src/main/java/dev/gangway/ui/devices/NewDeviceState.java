package dev.gangway.ui.devices;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.onboarding.Onboarding;
import dev.gangway.onboarding.Step;
import java.util.List;

/** How far a new device is. */
public sealed interface NewDeviceState {
    /** Somebody fills the form in. */
    record Entering() implements NewDeviceState {}

    /** Something is missing or wrong in the form. */
    record Incomplete(Diagnosis why) implements NewDeviceState {}

    /** The steps run. */
    record Running(List<Step> steps) implements NewDeviceState {
        public Running {
            steps = List.copyOf(steps);
        }
    }

    /** All steps have ended, well or not. */
    record Finished(Onboarding.Result result) implements NewDeviceState {}
}
