package dev.gangway.ui.devices.credentials;

import dev.gangway.credentials.CredentialChoice;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.enrolment.EnrolmentCode;
import dev.gangway.enrolment.est.EstServer;
import dev.gangway.secret.Secret;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** An EST server that issues a certificate, and whom to believe. For the UI thread alone. */
final class EstViewModel {
    private final EditedDevice device;
    private final StringProperty address = new SimpleStringProperty("");
    private final StringProperty fingerprint = new SimpleStringProperty("");
    private final StringProperty user = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final ObjectProperty<Trust> trust = new SimpleObjectProperty<>(Trust.SERVER);

    /** Whom to believe that a server is who it says. */
    enum Trust {
        /** The authorities of the device's server. */
        SERVER,
        /** Those that Java ships. */
        JAVA
    }

    EstViewModel(EditedDevice device) {
        this.device = device;
    }

    /** Host, or URL. */
    StringProperty address() {
        return address;
    }

    /** SHA-256 fingerprint of the authority that issues; may be empty. */
    StringProperty fingerprint() {
        return fingerprint;
    }

    /** Whom to sign in as; may be empty. */
    StringProperty user() {
        return user;
    }

    /** Of that user. */
    StringProperty password() {
        return password;
    }

    /** Whom to believe. */
    ObjectProperty<Trust> trust() {
        return trust;
    }

    /** What is wrong with the address. */
    Optional<Diagnosis> problem() {
        return address.get().isBlank()
                ? Optional.of(Diagnosis.of(EnrolmentCode.ADDRESS)
                        .with("address", "")
                        .with("example", "https://est.example:8443")
                        .remedy("enrolment.check-address")
                        .build())
                : EstServer.at(address.get(), List.of()).failure();
    }

    /** To enrol there for such a certificate. */
    Optional<CredentialChoice> choice(NewCertificateViewModel wanted) {
        if (problem().isPresent()) {
            return Optional.empty();
        }
        Optional<String> login = Optional.of(user.get().strip()).filter(name -> !name.isEmpty());
        List<String> anchors = trust.get() == Trust.JAVA
                ? List.of()
                : device.server().get().map(server -> server.trustAnchors()).orElse(List.of());
        return Optional.of(new CredentialChoice.Enrolled(
                address.get().strip(),
                anchors,
                Optional.of(fingerprint.get().strip()).filter(text -> !text.isEmpty()),
                login,
                login.map(_ -> Secret.of(password.get())),
                wanted.keyType().get(),
                wanted.subject().get()));
    }

    List<Observable> inputs() {
        return List.of(address, fingerprint, user, password, trust);
    }
}
