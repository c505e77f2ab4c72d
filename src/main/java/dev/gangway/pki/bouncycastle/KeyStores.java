package dev.gangway.pki.bouncycastle;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.diagnosis.OwnBug;
import dev.gangway.pki.Finding;
import dev.gangway.pki.importing.Haul;
import dev.gangway.pki.importing.Haul.FoundKey;
import dev.gangway.pki.reading.KeyStoreMagic;
import dev.gangway.secret.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.bc.ObjectStore;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;

/** Opens Java's key stores: JKS, JCEKS, and Bouncy Castle's BKS, UBER and BCFKS. */
final class KeyStores {
    private KeyStores() {}

    /** Those with a header of their own. All are protected in ways of their own that are easy to break. */
    static Outcome<Haul> read(byte[] bytes, Opening opening) {
        if (KeyStoreMagic.isBouncyCastle(bytes)) {
            return bouncyCastle(bytes, opening);
        }
        String type = KeyStoreMagic.isJks(bytes) ? "JKS" : "JCEKS";
        return open(() -> KeyStore.getInstance(type), bytes, opening, weak(opening, type), true);
    }

    /** BKS and UBER begin in the same way; in UBER all that follows is encrypted. */
    private static Outcome<Haul> bouncyCastle(byte[] bytes, Opening opening) {
        boolean plain = BksCost.isPlain(bytes);
        if (!plain && opening.store().isEmpty()) {
            return opening.missing();
        }
        Optional<Diagnosis> refused = plain
                ? BksCost.refuse(opening.file(), bytes)
                : opening.store()
                        .flatMap(passphrase ->
                                passphrase.withChars(chars -> BksCost.refuseSealed(opening.file(), bytes, chars)));
        String type = plain ? "BKS" : "UBER";
        return refused.<Outcome<Haul>>map(Outcome::failed)
                .orElseGet(() -> open(
                        () -> KeyStore.getInstance(type, Providers.BC), bytes, opening, weak(opening, type), false));
    }

    private static List<Finding> weak(Opening opening, String type) {
        return List.of(KeyFileProtection.weak(opening.file(), type));
    }

    /** Bouncy Castle's that is DER. */
    static Outcome<Haul> bcfks(byte[] bytes, Opening opening) {
        if (opening.store().isEmpty()) {
            return opening.missing();
        }
        Optional<Diagnosis> refused;
        try {
            ObjectStore store = ObjectStore.getInstance(bytes);
            refused = opening.store().get().withChars(chars -> BcfksCost.refuse(opening.file(), store, chars));
        } catch (RuntimeException damaged) {
            OwnBug.passOn(damaged);
            return opening.damaged();
        }
        return refused.<Outcome<Haul>>map(Outcome::failed)
                .orElseGet(() ->
                        open(() -> KeyStore.getInstance("BCFKS", Providers.BC), bytes, opening, List.of(), false));
    }

    private interface Maker {
        KeyStore make() throws GeneralSecurityException;
    }

    private static Outcome<Haul> open(
            Maker maker, byte[] bytes, Opening opening, List<Finding> protection, boolean saysWhy) {
        try {
            KeyStore store = maker.make();
            if (opening.store().isEmpty()) {
                return withoutPassphrase(store, bytes, opening);
            }
            return opening.store().get().withChars(chars -> {
                try {
                    store.load(new ByteArrayInputStream(bytes), chars);
                    return entries(store, opening, protection);
                } catch (IOException refused) {
                    // Bouncy Castle's, whose structure was read before, do not tell the one from the other.
                    return !saysWhy || refused.getCause() instanceof UnrecoverableKeyException
                            ? opening.wrong()
                            : opening.damaged();
                } catch (GeneralSecurityException | RuntimeException damaged) {
                    OwnBug.passOn(damaged);
                    return opening.damaged();
                }
            });
        } catch (IOException | GeneralSecurityException | RuntimeException damaged) {
            OwnBug.passOn(damaged);
            return opening.damaged();
        }
    }

    /** Certificates are not encrypted in JKS, JCEKS and BKS; that nobody has changed them cannot be told then. */
    private static Outcome<Haul> withoutPassphrase(KeyStore store, byte[] bytes, Opening opening)
            throws IOException, GeneralSecurityException {
        store.load(new ByteArrayInputStream(bytes), null);
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                return opening.missing();
            }
        }
        return entries(store, opening, List.of())
                .map(haul -> new Haul(
                        haul.file(),
                        haul.certificates(),
                        haul.keys(),
                        haul.protection(),
                        List.of(Evidence.inFile(haul.file(), 0, "pki.notice.not-checked", "file", haul.file()))));
    }

    private static Outcome<Haul> entries(KeyStore store, Opening opening, List<Finding> protection)
            throws GeneralSecurityException {
        String file = opening.file();
        List<X509Certificate> certificates = new ArrayList<>();
        List<FoundKey> keys = new ArrayList<>();
        List<Evidence> notices = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            Certificate[] chain = store.getCertificateChain(alias);
            add(chain == null ? new Certificate[] {store.getCertificate(alias)} : chain, certificates);
            if (store.isKeyEntry(alias)) {
                Optional<Key> found;
                try {
                    found = key(store, alias, opening);
                } catch (DamagedEntry damaged) {
                    return opening.damaged();
                }
                if (found.isEmpty()) {
                    return Outcome.failed(opening.entryClosed());
                }
                if (found.get() instanceof PrivateKey key) {
                    // One of the JDK's providers, whichever made the key.
                    switch (PrivateKeys.of(file, 0, PrivateKeyInfo.getInstance(key.getEncoded()))
                            .then(own -> PublicKeys.pair(file, 0, own))) {
                        case Outcome.Ok<FoundKey>(FoundKey own) -> keys.add(own);
                        case Outcome.Failed<FoundKey>(Diagnosis diagnosis) -> {
                            return Outcome.failed(diagnosis);
                        }
                    }
                } else {
                    notices.add(Evidence.inFile(file, 0, "pki.notice.other-entry", "file", file));
                }
            }
        }
        return Outcome.ok(new Haul(file, certificates, keys, keys.isEmpty() ? List.of() : protection, notices));
    }

    private static final class DamagedEntry extends RuntimeException {
        private static final long serialVersionUID = 1;

        DamagedEntry(GeneralSecurityException why) {
            super(why);
        }
    }

    /** Empty where no passphrase opens it. */
    private static Optional<Key> key(KeyStore store, String alias, Opening opening) throws GeneralSecurityException {
        for (Secret passphrase : opening.forEntry()) {
            Optional<Key> key = passphrase.withChars(chars -> {
                try {
                    return Optional.ofNullable(store.getKey(alias, chars));
                } catch (UnrecoverableKeyException otherPassphrase) {
                    return Optional.<Key>empty();
                } catch (GeneralSecurityException damaged) {
                    throw new DamagedEntry(damaged);
                }
            });
            if (key.isPresent()) {
                return key;
            }
        }
        return Optional.empty();
    }

    private static void add(Certificate[] chain, List<X509Certificate> to) {
        for (Certificate each : chain) {
            if (each instanceof X509Certificate certificate && !to.contains(certificate)) {
                to.add(certificate);
            }
        }
    }
}
