package dev.gangway.ui.devices;

import dev.gangway.background.Cancellation;
import dev.gangway.credentials.CredentialChoice;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.onboarding.Onboarding;
import dev.gangway.onboarding.OnboardingPlan;
import dev.gangway.onboarding.OnboardingSubject;
import dev.gangway.onboarding.Step;
import dev.gangway.server.ServerEntry;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What making a new device asks of the program. Every method blocks; called off the UI thread. */
public interface NewDeviceWork {
    /** All servers. */
    List<ServerEntry> servers();

    /** Names of the device profiles of a server; empty where it does not answer. */
    List<String> profiles(ServerEntry server, Cancellation cancellation);

    /** Why this name cannot be used, where a finished device bears it. */
    Optional<Diagnosis> nameTaken(String name);

    /** As at {@link Onboarding#onboard}. */
    Onboarding.Result onboard(
            OnboardingPlan recipe, OnboardingSubject subject, Consumer<Step> progress, Cancellation cancellation);

    /** As at {@link dev.gangway.onboarding.CredentialChange#run}, proven with telemetry. */
    Onboarding.Result change(
            Device device, CredentialChoice choice, Consumer<Step> progress, Cancellation cancellation);
}
