package dev.gangway.ui.kit;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.CredentialReader;
import dev.gangway.pki.Finding;
import dev.gangway.pki.Identity;
import dev.gangway.pki.Keys;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.Source;
import dev.gangway.pki.checks.CredentialCheck;
import dev.gangway.pki.importing.ImportPreview;
import dev.gangway.pki.importing.Importer;
import dev.gangway.pki.path.ChainOrder;
import dev.gangway.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** Reads a certificate and its key, and checks them before anything is sent. Opening a key may take a second. */
public final class IdentityReader {
    private static final String KEY_MARK = "PRIVATE KEY-----";
    private static final String CERTIFICATE_MARK = "BEGIN CERTIFICATE";

    private final CredentialReader reader;
    private final Importer importer;
    private final CredentialCheck check;

    /**
     * Creates one.
     *
     * @param reader of single files
     * @param importer of key stores, which hold both
     */
    public IdentityReader(CredentialReader reader, Importer importer, CredentialCheck check) {
        this.reader = reader;
        this.importer = importer;
        this.check = check;
    }

    /** What is wanted of several certificates. */
    enum Wanted {
        /** There must be one alone. */
        ONE,
        /** The one that the key belongs to. */
        LEAF,
        /** That one, then its issuer, and so on. */
        CHAIN
    }

    /** What a file or text holds; what is neither counts as a certificate, which says what is wrong with it. */
    record Holds(boolean certificate, boolean key) {}

    /** What this holds, by its content and in whatever form; opens nothing that is under a passphrase. */
    Holds holds(Source source) {
        String text = new String(source.bytes(), StandardCharsets.ISO_8859_1);
        if (text.contains(KEY_MARK)) {
            return new Holds(text.contains(CERTIFICATE_MARK), true);
        }
        if (reader.readChain(source).isOk()) {
            return new Holds(true, false);
        }
        Outcome<PrivateKey> key = reader.readKey(source, Optional.empty());
        boolean isKey =
                key.failure().filter(why -> !why.is(PkiCode.PASSPHRASE_MISSING)).isEmpty();
        return new Holds(!isKey, isKey);
    }

    /** Reads what is there. */
    Imported read(Optional<Source> certificate, Optional<Source> key, Optional<Secret> passphrase, Wanted wanted) {
        Optional<Outcome<List<X509Certificate>>> chain = certificate.map(source ->
                wanted == Wanted.ONE ? reader.readCertificate(source).map(List::of) : reader.readChain(source));
        Optional<Outcome<PrivateKey>> opened = key.map(source -> reader.readKey(source, passphrase));
        Optional<Diagnosis> unreadable = chain.flatMap(Outcome::failure).or(() -> opened.flatMap(Outcome::failure));
        if (unreadable.filter(why -> why.is(PkiCode.KEY_STORE_FOR_PEM)).isPresent() && certificate.isPresent()) {
            return fromStore(certificate.get(), passphrase, wanted);
        }
        if (unreadable.isPresent()) {
            return Imported.failed(unreadable.get());
        }
        if (chain.isEmpty() || opened.isEmpty()) {
            return Imported.nothing();
        }
        PrivateKey its = opened.get().orThrow();
        X509Certificate leaf = leafFor(its, chain.get().orThrow());
        Identity identity = new Identity(
                wanted == Wanted.CHAIN ? ChainOrder.from(leaf, chain.get().orThrow()) : List.of(leaf), its);
        return checked(identity, certificate.get().name(), key.get().name());
    }

    /** A key store holds both, and everything that it is made of was found out by the importer. */
    private Imported fromStore(Source store, Optional<Secret> passphrase, Wanted wanted) {
        return switch (importer.read(List.of(store), file -> passphrase)) {
            case Outcome.Failed<ImportPreview>(Diagnosis why) -> Imported.failed(why);
            case Outcome.Ok<ImportPreview>(ImportPreview preview) -> {
                List<Identity> identities = preview.items().stream()
                        .flatMap(item -> item.identity().stream())
                        .toList();
                if (identities.size() != 1) {
                    yield Imported.failed(Diagnosis.of(PkiCode.NOT_ONE_IDENTITY)
                            .with("file", store.name())
                            .with("count", identities.size())
                            .remedy("pki.import-all")
                            .build());
                }
                Identity only = identities.getFirst();
                yield checked(wanted == Wanted.CHAIN ? only : only.leafOnly(), store.name(), store.name());
            }
        };
    }

    private Imported checked(Identity identity, String certificateFile, String keyFile) {
        List<Finding> found = check.check(identity, certificateFile, keyFile);
        return new Imported(
                Optional.of(identity),
                CredentialCheck.firstError(found),
                found.stream()
                        .filter(finding -> !finding.isError())
                        .map(Finding::diagnosis)
                        .toList());
    }

    private static X509Certificate leafFor(PrivateKey key, List<X509Certificate> chain) {
        return chain.stream()
                .filter(certificate -> Keys.match(key, certificate.getPublicKey()))
                .findFirst()
                .orElse(chain.getFirst());
    }
}
