package dev.gangway.ui.devices.credentials;

import dev.gangway.credentials.CredentialChoice;
import dev.gangway.credentials.Credentials;
import dev.gangway.device.Credential;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.secret.Secret;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** An access token: generated, or one that people have already. */
final class TokenViewModel implements CredentialEditor {
    private final BooleanProperty own = new SimpleBooleanProperty();
    private final StringProperty typed = new SimpleStringProperty("");
    private final ObjectProperty<Secret> generated = new SimpleObjectProperty<>(fresh());

    /** Whether it is typed in instead of generated. */
    BooleanProperty own() {
        return own;
    }

    /** What was typed in. */
    StringProperty typed() {
        return typed;
    }

    /** The generated one. */
    ObjectProperty<Secret> generated() {
        return generated;
    }

    /** Generates another one. */
    void generate() {
        generated.set(fresh());
    }

    @Override
    public Optional<Diagnosis> problem() {
        return own.get() ? Credentials.checkToken(Secret.of(typed.get())) : Optional.empty();
    }

    @Override
    public Optional<CredentialChoice> choice() {
        return preview().map(CredentialChoice.Existing::new);
    }

    @Override
    public Optional<Credential> preview() {
        return problem().isPresent()
                ? Optional.empty()
                : Optional.of(new Credential.AccessToken(
                        own.get() ? Secret.of(typed.get()) : generated.get().copy()));
    }

    @Override
    public List<Observable> inputs() {
        return List.of(own, typed, generated);
    }

    @Override
    public void clear() {
        generate();
        typed.set("");
    }

    private static Secret fresh() {
        return Credentials.newToken(Credentials.USUAL_TOKEN_LENGTH);
    }
}
