package dev.gangway.ui.devices.credentials;

import dev.gangway.device.Credential;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.onboarding.Credentials;
import dev.gangway.onboarding.OnboardingCode;
import dev.gangway.onboarding.Recipe.CredentialChoice;
import dev.gangway.pki.KeyType;
import dev.gangway.ui.kit.ImportViewModel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A certificate that the server knows by its fingerprint. */
final class LeafViewModel implements CredentialEditor {
    /** Where it comes from. */
    enum Way {
        /** A key and a self-signed certificate, made here. */
        MADE_HERE,
        /** A certificate and its key that exist already. */
        IMPORTED
    }

    private static final int DEFAULT_VALIDITY_DAYS = 365;

    private final ObjectProperty<Way> way = new SimpleObjectProperty<>(Way.MADE_HERE);
    private final ObjectProperty<KeyType> keyType = new SimpleObjectProperty<>(KeyType.EC_P256);
    private final IntegerProperty validityDays = new SimpleIntegerProperty(DEFAULT_VALIDITY_DAYS);
    private final StringProperty subject = new SimpleStringProperty("CN={name}");
    private final EditedDevice device;
    private final ImportViewModel imported;

    LeafViewModel(EditedDevice device, ImportViewModel imported) {
        this.device = device;
        this.imported = imported;
    }

    /** Where it comes from. */
    ObjectProperty<Way> way() {
        return way;
    }

    /** Kind of key to make. */
    ObjectProperty<KeyType> keyType() {
        return keyType;
    }

    /** How long the certificate shall hold, at least 1. */
    IntegerProperty validityDays() {
        return validityDays;
    }

    /** Subject of the certificate; {@code {name}} stands for the device's name. */
    StringProperty subject() {
        return subject;
    }

    /** The device that it is for. */
    EditedDevice device() {
        return device;
    }

    /** The files or text that were brought in. */
    ImportViewModel imported() {
        return imported;
    }

    /** The subject as it will stand in the certificate. */
    String subjectPreview() {
        String name = device.name().get();
        return subject.get().replace("{name}", name.isEmpty() ? "…" : Credentials.escapedForSubject(name));
    }

    @Override
    public Optional<Diagnosis> problem() {
        return switch (way.get()) {
            case MADE_HERE -> Optional.empty();
            case IMPORTED ->
                imported.problem()
                        .or(() -> imported.credential().isPresent()
                                ? Optional.empty()
                                : Optional.of(Diagnosis.of(OnboardingCode.CREDENTIAL_MISSING)
                                        .remedy("onboarding.bring-files")
                                        .build()));
        };
    }

    @Override
    public Optional<CredentialChoice> choice() {
        return switch (way.get()) {
            case MADE_HERE ->
                Optional.of(new CredentialChoice.NewLeaf(
                        keyType.get(), Duration.ofDays(Math.max(1, validityDays.get())), subject.get()));
            case IMPORTED -> preview().map(CredentialChoice.Existing::new);
        };
    }

    @Override
    public Optional<Credential> preview() {
        return way.get() == Way.IMPORTED ? imported.credential() : Optional.empty();
    }

    @Override
    public List<Observable> inputs() {
        return List.of(way, keyType, validityDays, subject, imported.result());
    }

    @Override
    public void clear() {
        imported.clear();
    }
}
