package dev.gangway.ui.devices.credentials;

import dev.gangway.credentials.CredentialChoice;
import dev.gangway.device.Credential;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.inventory.OnboardingCode;
import dev.gangway.ui.kit.ImportViewModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** A certificate that the server knows by its fingerprint. */
final class LeafViewModel implements CredentialEditor {
    /** Where it comes from. */
    enum Way {
        /** A key and a self-signed certificate, made here. */
        MADE_HERE,
        /** A key made here, and a certificate of an authority of the vault. */
        ISSUED,
        /** A key in a hardware token, which it never leaves. */
        IN_HARDWARE,
        /** A key made here, and a certificate of an authority elsewhere, asked for by EST. */
        BY_EST,
        /** A certificate and its key that exist already. */
        IMPORTED
    }

    private final ObjectProperty<Way> way = new SimpleObjectProperty<>(Way.MADE_HERE);
    private final NewCertificateViewModel fresh;
    private final IssuerViewModel issuer;
    private final ImportViewModel imported;
    private final HardwareViewModel hardware;
    private final EstViewModel est;

    LeafViewModel(EditedDevice device, IssuerViewModel issuer, ImportViewModel imported, HardwareViewModel hardware) {
        this.hardware = hardware;
        est = new EstViewModel(device);
        fresh = new NewCertificateViewModel(device);
        this.issuer = issuer;
        this.imported = imported;
    }

    /** Where it comes from. */
    ObjectProperty<Way> way() {
        return way;
    }

    /** What a certificate made here shall be. */
    NewCertificateViewModel fresh() {
        return fresh;
    }

    /** Who issues it, where somebody does. */
    IssuerViewModel issuer() {
        return issuer;
    }

    /** The key in a token. */
    HardwareViewModel hardware() {
        return hardware;
    }

    /** The EST server. */
    EstViewModel est() {
        return est;
    }

    /** The files or text that were brought in. */
    ImportViewModel imported() {
        return imported;
    }

    @Override
    public Optional<Diagnosis> problem() {
        return switch (way.get()) {
            case MADE_HERE -> Optional.empty();
            case ISSUED -> issuer.problem();
            case IN_HARDWARE -> hardware.problem();
            case BY_EST -> est.problem();
            case IMPORTED -> missing(imported);
        };
    }

    /** What is wrong with certificate and key that were brought in, or that they are not there yet. */
    static Optional<Diagnosis> missing(ImportViewModel imported) {
        return imported.problem()
                .or(() -> imported.credential().isPresent()
                        ? Optional.empty()
                        : Optional.of(Diagnosis.of(OnboardingCode.CREDENTIAL_MISSING)
                                .remedy("onboarding.bring-files")
                                .build()));
    }

    @Override
    public Optional<CredentialChoice> choice() {
        return switch (way.get()) {
            case MADE_HERE -> Optional.of(made());
            case IN_HARDWARE -> hardware.choice(made());
            case BY_EST -> est.choice(fresh);
            case ISSUED -> issuer.choice(fresh, CredentialChoice.NewIssued.Way.LEAF);
            case IMPORTED -> preview().map(CredentialChoice.Existing::new);
        };
    }

    private CredentialChoice.NewLeaf made() {
        return new CredentialChoice.NewLeaf(
                fresh.keyType().get(), fresh.validity(), fresh.subject().get());
    }

    @Override
    public Optional<Credential> preview() {
        return way.get() == Way.IMPORTED ? imported.credential() : Optional.empty();
    }

    @Override
    public List<Observable> inputs() {
        List<Observable> inputs = new ArrayList<>(fresh.inputs());
        inputs.addAll(List.of(way, issuer.chosen(), imported.result()));
        inputs.addAll(hardware.inputs());
        inputs.addAll(est.inputs());
        return inputs;
    }

    @Override
    public void clear() {
        imported.clear();
        hardware.label().set("");
    }
}
