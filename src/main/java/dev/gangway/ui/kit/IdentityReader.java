package dev.gangway.ui.kit;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.Chains;
import dev.gangway.pki.CredentialCheck;
import dev.gangway.pki.CredentialReader;
import dev.gangway.pki.Finding;
import dev.gangway.pki.Identity;
import dev.gangway.pki.Keys;
import dev.gangway.pki.Source;
import dev.gangway.secret.Secret;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** Reads a certificate and its key, and checks them before anything is sent. Opening a key may take a second. */
public final class IdentityReader {
    private final CredentialReader reader;
    private final CredentialCheck check;

    /** Creates one. */
    public IdentityReader(CredentialReader reader, CredentialCheck check) {
        this.reader = reader;
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

    /** Reads what is there. */
    Imported read(Optional<Source> certificate, Optional<Source> key, Optional<Secret> passphrase, Wanted wanted) {
        Optional<Outcome<List<X509Certificate>>> chain = certificate.map(source ->
                wanted == Wanted.ONE ? reader.readCertificate(source).map(List::of) : reader.readChain(source));
        Optional<Outcome<PrivateKey>> opened = key.map(source -> reader.readKey(source, passphrase));
        Optional<Diagnosis> unreadable = chain.flatMap(Outcome::failure).or(() -> opened.flatMap(Outcome::failure));
        if (unreadable.isPresent()) {
            return Imported.failed(unreadable.get());
        }
        if (chain.isEmpty() || opened.isEmpty()) {
            return Imported.nothing();
        }
        PrivateKey its = opened.get().orThrow();
        X509Certificate leaf = leafFor(its, chain.get().orThrow());
        Identity identity = new Identity(
                wanted == Wanted.CHAIN ? Chains.from(leaf, chain.get().orThrow()) : List.of(leaf), its);
        List<Finding> found =
                check.check(identity, certificate.get().name(), key.get().name());
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
