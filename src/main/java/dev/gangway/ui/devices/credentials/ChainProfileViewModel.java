package dev.gangway.ui.devices.credentials;

import dev.gangway.device.NameExpression;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.inventory.DeviceProfiles;
import dev.gangway.server.ProfileProvisioning;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** A profile whose devices register themselves by a chain. */
final class ChainProfileViewModel {
    private final ObservableList<X509Certificate> anchors = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<X509Certificate>> anchor = new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty expression = new SimpleStringProperty("(.*)");
    private final BooleanProperty createsDevices = new SimpleBooleanProperty(true);
    private final StringProperty commonName = new SimpleStringProperty("");
    private final ProfileSetUpViewModel setUp;

    ChainProfileViewModel(ProfileSetUpViewModel setUp) {
        this.setUp = setUp;
    }

    /** Certificates of authorities that the profile may trust. */
    ObservableList<X509Certificate> anchors() {
        return anchors;
    }

    /** The one that it trusts. */
    ObjectProperty<Optional<X509Certificate>> anchor() {
        return anchor;
    }

    /** Regular expression on the common name of a device's certificate. */
    StringProperty expression() {
        return expression;
    }

    /** Whether devices that are missing are made. */
    BooleanProperty createsDevices() {
        return createsDevices;
    }

    /** Common name of the device's certificate, as far as it is known. */
    StringProperty commonName() {
        return commonName;
    }

    /** Puts it on the server. */
    ProfileSetUpViewModel setUp() {
        return setUp;
    }

    /** The chain above the device's certificate is this one now: its lowest authority is trusted. */
    void chainIs(List<X509Certificate> above) {
        if (!anchors.equals(above)) {
            anchors.setAll(above);
            anchor.set(above.stream().findFirst());
        }
    }

    /** The name that the expression yields; empty where it yields none. */
    Optional<String> deviceName() {
        return NameExpression.deviceName(expression.get(), commonName.get());
    }

    /** What is wrong with the settings. */
    Optional<Diagnosis> problem() {
        return wanted().flatMap(DeviceProfiles::check);
    }

    /** Makes or changes the profile on the server. */
    void start() {
        wanted().ifPresent(setUp::start);
    }

    private Optional<ProfileProvisioning> wanted() {
        return anchor.get()
                .map(trusted ->
                        new ProfileProvisioning.CertificateChain(trusted, expression.get(), createsDevices.get()));
    }
}
