package dev.gangway.ui.devices.credentials;

import dev.gangway.credentials.CredentialChoice;
import dev.gangway.credentials.Credentials;
import dev.gangway.device.Credential;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.secret.Secret;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** MQTT basic in every combination that the server knows: each field that is filled must be sent as it is. */
final class BasicViewModel implements CredentialEditor {
    /** Which fields are filled, and so what the server compares. */
    enum Combination {
        NOTHING,
        CLIENT,
        USER,
        USER_PASSWORD,
        CLIENT_USER,
        ALL,
        PASSWORD_WITHOUT_USER
    }

    private final StringProperty clientId = new SimpleStringProperty("");
    private final StringProperty userName = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");

    /** MQTT client id that must be used; empty for any. */
    StringProperty clientId() {
        return clientId;
    }

    /** MQTT user name; empty for none. */
    StringProperty userName() {
        return userName;
    }

    /** MQTT password; empty for none. */
    StringProperty password() {
        return password;
    }

    /** A random password. */
    String freshPassword() {
        return Credentials.newToken(Credentials.USUAL_TOKEN_LENGTH).reveal();
    }

    /** Which fields are filled. */
    Combination combination() {
        boolean client = !clientId.get().isEmpty();
        boolean user = !userName.get().isEmpty();
        if (!user && !password.get().isEmpty()) {
            return Combination.PASSWORD_WITHOUT_USER;
        }
        if (!user) {
            return client ? Combination.CLIENT : Combination.NOTHING;
        }
        if (password.get().isEmpty()) {
            return client ? Combination.CLIENT_USER : Combination.USER;
        }
        return client ? Combination.ALL : Combination.USER_PASSWORD;
    }

    @Override
    public Optional<Diagnosis> problem() {
        return Credentials.check(entered());
    }

    @Override
    public Optional<CredentialChoice> choice() {
        return preview().map(CredentialChoice.Existing::new);
    }

    @Override
    public Optional<Credential> preview() {
        return problem().isPresent() ? Optional.empty() : Optional.of(entered());
    }

    @Override
    public List<Observable> inputs() {
        return List.of(clientId, userName, password);
    }

    @Override
    public void clear() {
        inputs().forEach(input -> ((StringProperty) input).set(""));
    }

    private Credential entered() {
        return new Credential.MqttBasic(
                filled(clientId), filled(userName), filled(password).map(Secret::of));
    }

    private static Optional<String> filled(StringProperty field) {
        return Optional.of(field.get()).filter(text -> !text.isEmpty());
    }
}
