package dev.gangway.ui.devices.credentials;

import dev.gangway.authorities.Authority;
import dev.gangway.background.Background;
import dev.gangway.background.Newest;
import dev.gangway.credentials.CredentialChoice;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.inventory.OnboardingCode;
import dev.gangway.pki.authority.Template;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The authority of the vault that issues a certificate. */
final class IssuerViewModel {
    private final CredentialWork work;
    private final Background background;
    private final ObservableList<Authority> all = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<Authority>> chosen = new SimpleObjectProperty<>(Optional.empty());

    private final ReadOnlyObjectWrapper<Optional<Diagnosis>> unread =
            new ReadOnlyObjectWrapper<>(this, "unread", Optional.empty());
    private final Newest loading = new Newest();

    IssuerViewModel(CredentialWork work, Background background) {
        this.work = work;
        this.background = background;
    }

    /** Those of the vault. */
    ObservableList<Authority> all() {
        return all;
    }

    /** The one that issues. */
    ObjectProperty<Optional<Authority>> chosen() {
        return chosen;
    }

    /** Reads them; an intermediate is chosen where none was, because roots should not issue to devices. */
    void load() {
        background
                .work(_ -> work.authorities())
                .in(loading)
                .start(
                        found -> {
                            unread.set(Optional.empty());
                            choose(found);
                        },
                        why -> unread.set(Optional.of(why)));
    }

    private void choose(List<Authority> found) {
        all.setAll(found);
        Optional<Authority> kept = chosen.get()
                .flatMap(old -> found.stream()
                        .filter(each -> each.id().equals(old.id()))
                        .findFirst());
        chosen.set(kept.or(() -> found.stream().filter(each -> !each.isRoot()).findFirst())
                .or(() -> found.stream().findFirst()));
    }

    /** Why nobody knows which authorities there are. */
    ReadOnlyObjectProperty<Optional<Diagnosis>> unread() {
        return unread.getReadOnlyProperty();
    }

    /** There is none that could issue. */
    Optional<Diagnosis> problem() {
        if (unread.get().isPresent()) {
            return unread.get();
        }
        return chosen.get().isPresent()
                ? Optional.empty()
                : Optional.of(Diagnosis.of(OnboardingCode.AUTHORITY_MISSING)
                        .remedy("onboarding.make-authority")
                        .build());
    }

    /** To have it issue such a certificate. */
    Optional<CredentialChoice> choice(NewCertificateViewModel wanted, CredentialChoice.NewIssued.Way way) {
        Template template = Template.DEVICE_CLIENT
                .withSubject(wanted.subject().get())
                .withKey(wanted.keyType().get())
                .withValidity(Optional.of(wanted.validity()));
        return chosen.get().map(authority -> new CredentialChoice.NewIssued(authority.id(), template, way));
    }

    /** Its certificates as a device sends them after its own: for anchors of profiles as well. */
    List<java.security.cert.X509Certificate> chain() {
        return chosen.get().map(Authority::chain).orElse(List.of());
    }
}
