package dev.gangway.ui.devices;

import dev.gangway.background.Cancellation;
import dev.gangway.credentials.CredentialChoice;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.inventory.Devices;
import dev.gangway.inventory.OnboardingCode;
import dev.gangway.inventory.Servers;
import dev.gangway.onboarding.Companion;
import dev.gangway.onboarding.CredentialChange;
import dev.gangway.onboarding.Onboarding;
import dev.gangway.onboarding.OnboardingPlan;
import dev.gangway.onboarding.OnboardingSubject;
import dev.gangway.onboarding.Step;
import dev.gangway.server.ServerAdapter.Profile;
import dev.gangway.server.ServerEntry;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Making new devices in an unlocked vault. */
public record VaultNewDevice(Servers knownServers, Devices devices, Onboarding onboarding, CredentialChange change)
        implements NewDeviceWork {
    @Override
    public List<ServerEntry> servers() {
        return knownServers.all();
    }

    @Override
    public List<String> profiles(ServerEntry server, Cancellation cancellation) {
        return knownServers.profiles(server.id(), cancellation).toOptional().orElse(List.of()).stream()
                .map(Profile::name)
                .toList();
    }

    @Override
    public Optional<Diagnosis> nameTaken(String name) {
        return devices.named(name)
                .filter(device -> device.server().remoteId().isPresent())
                .map(_ -> Diagnosis.of(OnboardingCode.NAME_IN_VAULT)
                        .with("name", name)
                        .remedy("choose-other-name")
                        .build());
    }

    @Override
    public Onboarding.Result onboard(
            OnboardingPlan recipe, OnboardingSubject subject, Consumer<Step> progress, Cancellation cancellation) {
        return onboarding.onboard(recipe, subject, Companion.NONE, progress, cancellation);
    }

    @Override
    public Onboarding.Result change(
            Device device, CredentialChoice choice, Consumer<Step> progress, Cancellation cancellation) {
        return change.run(device, choice, OnboardingPlan.Test.TELEMETRY, progress, cancellation);
    }
}
