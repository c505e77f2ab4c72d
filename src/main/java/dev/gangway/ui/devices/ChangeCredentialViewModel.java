package dev.gangway.ui.devices;

import dev.gangway.background.Background;
import dev.gangway.background.Newest;
import dev.gangway.credentials.CredentialChoice;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.onboarding.Onboarding;
import dev.gangway.ui.devices.credentials.CredentialsViewModel;
import java.util.Optional;

/** Another credential for a device that is there already. For the UI thread alone. */
public final class ChangeCredentialViewModel {
    private final NewDeviceWork work;
    private final Background background;
    private final CredentialsViewModel credential;
    private final OnboardingViewModel onboarding;
    private final Newest opening = new Newest();
    private Optional<Device> device = Optional.empty();

    /** Creates one; call {@link #open} when it comes into view. */
    public ChangeCredentialViewModel(NewDeviceWork work, CredentialsViewModel credential, Background background) {
        this.work = work;
        this.background = background;
        this.credential = credential;
        onboarding = new OnboardingViewModel(background);
    }

    /** What it shall sign in with. */
    public CredentialsViewModel credential() {
        return credential;
    }

    /** Its way onto the server. */
    public OnboardingViewModel onboarding() {
        return onboarding;
    }

    /** Is about this device from now on. */
    public void open(Device chosen) {
        device = Optional.of(chosen);
        credential.device().name().set(chosen.name());
        credential.device().profile().set(chosen.profile());
        credential.device().server().set(Optional.empty());
        background
                .work(_ -> work.servers().stream()
                        .filter(entry -> chosen.server().server().equals(Optional.of(entry.id())))
                        .findFirst())
                .in(opening)
                .start(credential.device().server()::set, onboarding::incomplete);
    }

    /** Changes the credential, pushes it and tests it. Does nothing while that runs, or where something is missing. */
    public void start() {
        if (device.isEmpty() || onboarding.isRunning()) {
            return;
        }
        Optional<Diagnosis> wrong = credential.problem();
        if (wrong.isPresent()) {
            onboarding.incomplete(wrong.get());
            return;
        }
        Device its = device.get();
        CredentialChoice choice = credential.choice().orElseThrow();
        onboarding.start((progress, cancellation) -> work.change(its, choice, progress, cancellation), this::finished);
    }

    private void finished(Onboarding.Result result) {
        result.device().ifPresent(now -> device = Optional.of(now));
        if (result.isOk()) {
            credential.clear();
        }
    }
}
