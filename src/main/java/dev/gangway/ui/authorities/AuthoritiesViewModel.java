package dev.gangway.ui.authorities;

import dev.gangway.authorities.Authorities;
import dev.gangway.authorities.Authority;
import dev.gangway.authorities.AuthorityCreation.NewAuthority;
import dev.gangway.authorities.IssuedCertificate;
import dev.gangway.background.Background;
import dev.gangway.background.Newest;
import dev.gangway.credentials.AuthorityRenewals;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.Pem;
import dev.gangway.pki.authority.RevocationLists.Reason;
import dev.gangway.pki.export.ExportFile;
import dev.gangway.pki.export.ExportFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The authorities of the vault, and what people do with them. */
final class AuthoritiesViewModel {
    private final Authorities authorities;
    private final AuthorityRenewals renewals;
    private final Background background;
    private final ObservableList<AuthorityNode> all = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper(this, "loaded");
    private final ReadOnlyObjectWrapper<Optional<Diagnosis>> problem =
            new ReadOnlyObjectWrapper<>(this, "problem", Optional.empty());
    private final Newest loading = new Newest();

    AuthoritiesViewModel(Authorities authorities, AuthorityRenewals renewals, Background background) {
        this.renewals = renewals;
        this.authorities = authorities;
        this.background = background;
    }

    /** All of them, oldest first; the same list after each change with new contents. */
    ObservableList<AuthorityNode> all() {
        return all;
    }

    /** Whether the vault has been read at all. */
    ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    /** The one with this id. */
    Optional<AuthorityNode> get(UUID id) {
        return all.stream().filter(node -> node.authority().id().equals(id)).findFirst();
    }

    /** Why the vault could not be read. */
    ReadOnlyObjectProperty<Optional<Diagnosis>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Reads the vault, then runs {@code then}. */
    void load(Runnable then) {
        background
                .work(cancellation -> read())
                .in(loading)
                .start(
                        nodes -> {
                            problem.set(Optional.empty());
                            all.setAll(nodes);
                            loaded.set(true);
                            then.run();
                        },
                        why -> problem.set(Optional.of(why)));
    }

    /** Makes a root, or one below another. */
    void create(Optional<UUID> below, NewAuthority wanted, Consumer<Authority> made, Consumer<Diagnosis> failed) {
        run(
                () -> below.map(parent -> authorities.founding().intermediate(parent, wanted))
                        .orElseGet(() -> authorities.founding().root(wanted)),
                made,
                failed);
    }

    /** Issues an authority's own certificate again, and gives it to the profiles on servers that name it. */
    void renew(Authority authority, Consumer<Authority> renewed, Consumer<Diagnosis> failed) {
        background
                .attempt(cancellation -> renewals.dependents(authority, cancellation)
                        .then(all -> renewals.renew(authority, Optional.empty(), all, cancellation)))
                .start(now -> load(() -> renewed.accept(now)), why -> load(() -> failed.accept(why)));
    }

    /** Takes a certificate back. */
    void revoke(
            IssuedCertificate issued, Reason reason, Consumer<IssuedCertificate> revoked, Consumer<Diagnosis> failed) {
        run(() -> authorities.revocations().revoke(issued.certificate(), reason), revoked, failed);
    }

    /** Makes the next revocation list and writes it to a new file. */
    void list(Authority authority, Duration validity, Path file, Consumer<Path> written, Consumer<Diagnosis> failed) {
        run(
                () -> authorities
                        .revocations()
                        .makeList(authority.id(), validity)
                        .then(list -> write(file, list)),
                written,
                failed);
    }

    /** Removes one that vouches for nothing any more. */
    void remove(Authority authority, Runnable removed, Consumer<Diagnosis> failed) {
        run(() -> authorities.remove(authority.id()), done -> removed.run(), failed);
    }

    private <T> void run(Supplier<Outcome<T>> action, Consumer<T> ok, Consumer<Diagnosis> failed) {
        background.attempt(cancellation -> action.get()).start(value -> load(() -> ok.accept(value)), failed);
    }

    private List<AuthorityNode> read() {
        return authorities.all().stream()
                .map(authority -> new AuthorityNode(authority, authorities.issuedBy(authority.id())))
                .toList();
    }

    private static Outcome<Path> write(Path file, X509CRL list) {
        try {
            String pem = new String(Pem.block("X509 CRL", list.getEncoded()), StandardCharsets.US_ASCII);
            Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of(""));
            return ExportFolder.write(folder, List.of(ExportFile.plain(String.valueOf(file.getFileName()), pem)))
                    .map(List::getFirst);
        } catch (CRLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * An authority with what it has issued.
     *
     * @param issued oldest first
     */
    record AuthorityNode(Authority authority, List<IssuedCertificate> issued) {
        AuthorityNode {
            issued = List.copyOf(issued);
        }

        /** Its name. */
        String name() {
            return authority.name();
        }
    }
}
