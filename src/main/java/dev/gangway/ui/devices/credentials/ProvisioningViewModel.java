package dev.gangway.ui.devices.credentials;

import dev.gangway.credentials.CredentialChoice;
import dev.gangway.credentials.Credentials;
import dev.gangway.device.Credential;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.inventory.DeviceProfiles;
import dev.gangway.secret.Secret;
import dev.gangway.server.ProfileProvisioning;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Key and secret of a profile, for which the server hands out a device's credential. */
final class ProvisioningViewModel implements CredentialEditor {
    /** For which devices a profile does that. */
    enum Strategy {
        /** Those that the server does not have yet. */
        NEW,
        /** Those that it has, once each. */
        KNOWN
    }

    /** How the server is asked. */
    enum Way {
        HTTP,
        MQTT
    }

    private final StringProperty key = new SimpleStringProperty("");
    private final StringProperty secret = new SimpleStringProperty("");
    private final ObjectProperty<Strategy> strategy = new SimpleObjectProperty<>(Strategy.NEW);
    private final ObjectProperty<Way> way = new SimpleObjectProperty<>(Way.HTTP);
    private final ProfileSetUpViewModel setUp;

    ProvisioningViewModel(ProfileSetUpViewModel setUp) {
        this.setUp = setUp;
    }

    /** Provision key of the profile. */
    StringProperty key() {
        return key;
    }

    /** Provision secret of the profile. */
    StringProperty secret() {
        return secret;
    }

    /** How the server is asked. */
    ObjectProperty<Way> way() {
        return way;
    }

    /** For which devices the profile is set up. */
    ObjectProperty<Strategy> strategy() {
        return strategy;
    }

    /** Puts the profile on the server. */
    ProfileSetUpViewModel setUp() {
        return setUp;
    }

    /** A random key or secret, as long as ThingsBoard makes them. */
    String fresh() {
        return Credentials.newToken(Credentials.USUAL_TOKEN_LENGTH).reveal();
    }

    /** Makes or changes the profile on the server. */
    void start() {
        setUp.start(wanted());
    }

    @Override
    public Optional<Diagnosis> problem() {
        return DeviceProfiles.check(wanted());
    }

    @Override
    public Optional<CredentialChoice> choice() {
        return preview().map(CredentialChoice.Existing::new);
    }

    @Override
    public Optional<Credential> preview() {
        return problem().isPresent()
                ? Optional.empty()
                : Optional.of(new Credential.Provisioning(key.get(), Secret.of(secret.get()), way.get() == Way.MQTT));
    }

    @Override
    public List<Observable> inputs() {
        return List.of(key, secret, strategy, way);
    }

    /** Nothing to do: key and secret are the same for all devices of a profile. */
    @Override
    public void clear() {}

    private ProfileProvisioning wanted() {
        return switch (strategy.get()) {
            case NEW -> new ProfileProvisioning.NewDevices(key.get(), Secret.of(secret.get()));
            case KNOWN -> new ProfileProvisioning.KnownDevices(key.get(), Secret.of(secret.get()));
        };
    }
}
