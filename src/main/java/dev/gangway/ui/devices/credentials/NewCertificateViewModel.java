package dev.gangway.ui.devices.credentials;

import dev.gangway.credentials.Credentials;
import dev.gangway.pki.KeyType;
import java.time.Duration;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What a certificate that is made here shall be. */
final class NewCertificateViewModel {
    private static final int DEFAULT_VALIDITY_DAYS = 365;

    private final ObjectProperty<KeyType> keyType = new SimpleObjectProperty<>(KeyType.EC_P256);
    private final IntegerProperty validityDays = new SimpleIntegerProperty(DEFAULT_VALIDITY_DAYS);
    private final StringProperty subject = new SimpleStringProperty("CN={name}");
    private final EditedDevice device;

    NewCertificateViewModel(EditedDevice device) {
        this.device = device;
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

    Duration validity() {
        return Duration.ofDays(Math.max(1, validityDays.get()));
    }

    /** The subject as it will stand in the certificate. */
    String subjectPreview() {
        String name = device.name().get();
        return subject.get().replace("{name}", name.isEmpty() ? "…" : Credentials.escapedForSubject(name));
    }

    List<Observable> inputs() {
        return List.of(keyType, validityDays, subject);
    }
}
