package dev.gangway.ui.devices.credentials;

import dev.gangway.background.Background;
import dev.gangway.background.Newest;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.inventory.OnboardingCode;
import dev.gangway.server.ProfileProvisioning;
import dev.gangway.server.ServerEntry;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Puts settings of the device's profile on the server. For the UI thread alone. */
final class ProfileSetUpViewModel {
    /** How far it is. */
    sealed interface State {
        /** Nothing was sent. */
        record Idle() implements State {}

        /** The server is asked. */
        record Running() implements State {}

        /** The profile of this name is as wanted, read back. */
        record Done(String profile) implements State {}

        /** It is not. */
        record Failed(Diagnosis why) implements State {}
    }

    private final EditedDevice device;
    private final CredentialWork work;
    private final Background background;
    private final Newest running = new Newest();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());

    ProfileSetUpViewModel(EditedDevice device, CredentialWork work, Background background) {
        this.device = device;
        this.work = work;
        this.background = background;
        device.profile().addListener(_ -> forget());
        device.server().addListener(_ -> forget());
    }

    private void forget() {
        running.forget();
        state.set(new State.Idle());
    }

    /** How far it is. */
    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** The device whose profile it is. */
    EditedDevice device() {
        return device;
    }

    /** Sends these settings; does nothing while others are on their way. */
    void start(ProfileProvisioning wanted) {
        if (state.get() instanceof State.Running) {
            return;
        }
        Optional<ServerEntry> server = device.server().get();
        if (server.isEmpty()) {
            state.set(new State.Failed(Diagnosis.of(OnboardingCode.SERVER_MISSING)
                    .remedy("onboarding.choose-server")
                    .build()));
            return;
        }
        String profile = device.profile().get().strip();
        state.set(new State.Running());
        background
                .attempt(cancellation -> work.setUp(server.get().id(), profile, wanted, cancellation))
                .in(running)
                .start(set -> state.set(new State.Done(set.name())), why -> state.set(new State.Failed(why)));
    }
}
