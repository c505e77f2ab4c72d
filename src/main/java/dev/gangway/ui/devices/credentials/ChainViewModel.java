package dev.gangway.ui.devices.credentials;

import dev.gangway.credentials.CredentialChoice;
import dev.gangway.device.Credential;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.pki.Subjects;
import dev.gangway.ui.kit.ImportViewModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** A certificate that the server trusts because of who issued it. */
final class ChainViewModel implements CredentialEditor {
    /** Where it comes from. */
    enum Way {
        /** A key made here, and a certificate of an authority of the vault. */
        ISSUED,
        /** A chain and its key that exist already. */
        IMPORTED
    }

    /** How the server learns of the device. */
    enum Registration {
        /** By its first connection. */
        FIRST_CONTACT,
        /** It is made on the server beforehand, with the certificate. */
        PUSHED
    }

    private final ObjectProperty<Way> way = new SimpleObjectProperty<>(Way.ISSUED);
    private final ObjectProperty<Registration> registration = new SimpleObjectProperty<>(Registration.FIRST_CONTACT);
    private final NewCertificateViewModel fresh;
    private final IssuerViewModel issuer;
    private final ImportViewModel imported;
    private final ChainProfileViewModel profile;

    ChainViewModel(
            EditedDevice device, IssuerViewModel issuer, ImportViewModel imported, ChainProfileViewModel profile) {
        fresh = new NewCertificateViewModel(device);
        this.issuer = issuer;
        this.imported = imported;
        this.profile = profile;
        InvalidationListener changed = _ -> follow();
        inputs().forEach(input -> input.addListener(changed));
        device.name().addListener(changed);
        follow();
    }

    /** Where it comes from. */
    ObjectProperty<Way> way() {
        return way;
    }

    /** How the server learns of the device. */
    ObjectProperty<Registration> registration() {
        return registration;
    }

    /** What a certificate made here shall be. */
    NewCertificateViewModel fresh() {
        return fresh;
    }

    /** Who issues it, where somebody does. */
    IssuerViewModel issuer() {
        return issuer;
    }

    /** The files or text that were brought in. */
    ImportViewModel imported() {
        return imported;
    }

    /** The profile that trusts it. */
    ChainProfileViewModel profile() {
        return profile;
    }

    @Override
    public Optional<Diagnosis> problem() {
        return way.get() == Way.ISSUED ? issuer.problem() : LeafViewModel.missing(imported);
    }

    @Override
    public Optional<CredentialChoice> choice() {
        boolean firstContact = registration.get() == Registration.FIRST_CONTACT;
        if (way.get() == Way.ISSUED) {
            return issuer.choice(
                    fresh,
                    firstContact ? CredentialChoice.NewIssued.Way.FIRST_CONTACT : CredentialChoice.NewIssued.Way.CHAIN);
        }
        return imported.chain()
                .map(chain ->
                        firstContact ? new CredentialChoice.FirstContact(chain) : new CredentialChoice.Existing(chain));
    }

    @Override
    public Optional<Credential> preview() {
        return way.get() == Way.IMPORTED ? imported.chain().map(chain -> chain) : Optional.empty();
    }

    @Override
    public List<Observable> inputs() {
        List<Observable> inputs = new ArrayList<>(fresh.inputs());
        inputs.addAll(List.of(way, registration, issuer.chosen(), imported.result()));
        return inputs;
    }

    @Override
    public void clear() {
        imported.clear();
    }

    /** The profile's settings follow the chain. */
    private void follow() {
        if (way.get() == Way.ISSUED) {
            profile.chainIs(issuer.chain());
            profile.commonName()
                    .set(
                            fresh.device().name().get().isEmpty()
                                    ? ""
                                    : Subjects.commonName(fresh.subjectPreview())
                                            .orElse(""));
        } else {
            Optional<Credential.X509Chain> chain = imported.chain();
            profile.chainIs(
                    chain.map(its -> its.chain().subList(1, its.chain().size())).orElse(List.of()));
            profile.commonName()
                    .set(chain.flatMap(its -> Subjects.commonName(its.chain().getFirst()))
                            .orElse(""));
        }
    }
}
