package dev.gangway.ui.kit;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
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

    /**
     * Reads what is there.
     *
     * @param leafOfChain whether, of several certificates, the one that the key belongs to is taken
     */
    Imported read(
            Optional<Source> certificate, Optional<Source> key, Optional<Secret> passphrase, boolean leafOfChain) {
        Optional<Outcome<List<X509Certificate>>> chain = certificate.map(source -> leafOfChain
                ? reader.readChain(source)
                : reader.readCertificate(source).map(List::of));
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
        List<Finding> found = check.check(
                new Identity(List.of(leaf), its),
                certificate.get().name(),
                key.get().name());
        return new Imported(
                Optional.of(new Identity(List.of(leaf), its)),
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
