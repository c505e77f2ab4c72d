package dev.gangway.ui.devices;

import dev.gangway.device.Credential;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.onboarding.Credentials;
import dev.gangway.onboarding.Recipe.CredentialChoice;
import dev.gangway.pki.KeyType;
import dev.gangway.secret.Secret;
import dev.gangway.ui.kit.ImportViewModel;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What a new device signs in with, as people choose it. For the UI thread alone. */
public final class CredentialViewModel {
    /** Where the credential comes from. */
    public enum Way {
        /** An access token. */
        TOKEN,
        /** A key and a certificate, made here. */
        MADE_HERE,
        /** A certificate and its key that exist already. */
        IMPORTED
    }

    private static final int DEFAULT_VALIDITY_DAYS = 365;

    private final ObjectProperty<Way> way = new SimpleObjectProperty<>(Way.TOKEN);
    private final BooleanProperty ownToken = new SimpleBooleanProperty();
    private final StringProperty typedToken = new SimpleStringProperty("");
    private final ObjectProperty<Secret> generated =
            new SimpleObjectProperty<>(Credentials.newToken(Credentials.USUAL_TOKEN_LENGTH));
    private final ObjectProperty<KeyType> keyType = new SimpleObjectProperty<>(KeyType.EC_P256);
    private final IntegerProperty validityDays = new SimpleIntegerProperty(DEFAULT_VALIDITY_DAYS);
    private final StringProperty subject = new SimpleStringProperty("CN={name}");
    private final StringProperty deviceName = new SimpleStringProperty("");
    private final ImportViewModel imported;

    /** Creates one that starts with a generated token. */
    public CredentialViewModel(ImportViewModel imported) {
        this.imported = imported;
    }

    /** Where it comes from. */
    public ObjectProperty<Way> way() {
        return way;
    }

    /** Whether the token is typed in instead of generated. */
    public BooleanProperty ownToken() {
        return ownToken;
    }

    /** The token that was typed in. */
    public StringProperty typedToken() {
        return typedToken;
    }

    /** The generated token. */
    public ObjectProperty<Secret> generated() {
        return generated;
    }

    /** Kind of key to make. */
    public ObjectProperty<KeyType> keyType() {
        return keyType;
    }

    /** How long the certificate shall hold, at least 1. */
    public IntegerProperty validityDays() {
        return validityDays;
    }

    /** Subject of the certificate; {@code {name}} stands for the device's name. */
    public StringProperty subject() {
        return subject;
    }

    /** Name of the device, for the preview of the subject. */
    public StringProperty deviceName() {
        return deviceName;
    }

    /** The files or text that were brought in. */
    public ImportViewModel imported() {
        return imported;
    }

    /** The subject as it will stand in the certificate. */
    public String subjectPreview() {
        String name = deviceName.get().isEmpty() ? "…" : Credentials.escapedForSubject(deviceName.get());
        return subject.get().replace("{name}", name);
    }

    /** Another generated token. */
    public void renew() {
        generated.set(Credentials.newToken(Credentials.USUAL_TOKEN_LENGTH));
        typedToken.set("");
        imported.clear();
    }

    /** What is wrong with what was entered. */
    public Optional<Diagnosis> problem() {
        return switch (way.get()) {
            case TOKEN -> ownToken.get() ? Credentials.checkToken(Secret.of(typedToken.get())) : Optional.empty();
            case MADE_HERE -> Optional.empty();
            case IMPORTED -> imported.problem();
        };
    }

    /** The choice for the recipe; empty where it is not complete. */
    public Optional<CredentialChoice> choice() {
        return switch (way.get()) {
            case TOKEN -> Optional.of(new CredentialChoice.Existing(new Credential.AccessToken(token())));
            case MADE_HERE ->
                Optional.of(new CredentialChoice.NewLeaf(
                        keyType.get(), Duration.ofDays(Math.max(1, validityDays.get())), subject.get()));
            case IMPORTED -> imported.credential().map(CredentialChoice.Existing::new);
        };
    }

    private Secret token() {
        return ownToken.get() ? Secret.of(typedToken.get()) : generated.get().copy();
    }
}
