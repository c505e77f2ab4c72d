package dev.gangway.pki.bouncycastle;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.Finding;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.importing.Haul;
import dev.gangway.pki.importing.Haul.FoundKey;
import dev.gangway.secret.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
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

/** Opens Java's key stores: JKS, JCEKS and BCFKS. */
final class KeyStores {
    private KeyStores() {}

    /** Java's own two. Both are protected in ways of their own that are easy to break. */
    static Outcome<Haul> java(String file, byte[] bytes, String type, Optional<Secret> passphrase) {
        List<Finding> weak = List.of(Protection.weak(file, type));
        return open(file, passphrase, () -> KeyStore.getInstance(type), bytes, weak, true);
    }

    /** Bouncy Castle's. */
    static Outcome<Haul> bcfks(String file, byte[] bytes, Optional<Secret> passphrase) {
        if (passphrase.isEmpty()) {
            return passphraseMissing(file);
        }
        Optional<Diagnosis> refused;
        try {
            ObjectStore store = ObjectStore.getInstance(bytes);
            refused = passphrase.get().withChars(chars -> BcfksCost.refuse(file, store, chars));
        } catch (RuntimeException damaged) {
            return damaged(file);
        }
        return refused.<Outcome<Haul>>map(Outcome::failed)
                .orElseGet(() -> open(
                        file, passphrase, () -> KeyStore.getInstance("BCFKS", Providers.BC), bytes, List.of(), false));
    }

    private interface Maker {
        KeyStore make() throws GeneralSecurityException;
    }

    private static Outcome<Haul> open(
            String file,
            Optional<Secret> passphrase,
            Maker maker,
            byte[] bytes,
            List<Finding> protection,
            boolean saysWhy) {
        if (passphrase.isEmpty()) {
            return passphraseMissing(file);
        }
        return passphrase.get().withChars(chars -> {
            try {
                KeyStore store = maker.make();
                store.load(new ByteArrayInputStream(bytes), chars);
                return entries(file, store, chars, protection);
            } catch (UnrecoverableKeyException otherPassphrase) {
                return wrongPassphrase(file);
            } catch (IOException refused) {
                // BCFKS, whose structure was read before, does not tell the one from the other.
                return !saysWhy || refused.getCause() instanceof UnrecoverableKeyException
                        ? wrongPassphrase(file)
                        : damaged(file);
            } catch (GeneralSecurityException | RuntimeException damaged) {
                return damaged(file);
            }
        });
    }

    private static Outcome<Haul> entries(String file, KeyStore store, char[] passphrase, List<Finding> protection)
            throws GeneralSecurityException {
        List<X509Certificate> certificates = new ArrayList<>();
        List<FoundKey> keys = new ArrayList<>();
        List<Evidence> notices = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            Certificate[] chain = store.getCertificateChain(alias);
            add(chain == null ? new Certificate[] {store.getCertificate(alias)} : chain, certificates);
            if (store.isKeyEntry(alias)) {
                if (store.getKey(alias, passphrase) instanceof PrivateKey key) {
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

    private static void add(Certificate[] chain, List<X509Certificate> to) {
        for (Certificate each : chain) {
            if (each instanceof X509Certificate certificate && !to.contains(certificate)) {
                to.add(certificate);
            }
        }
    }

    private static Outcome<Haul> passphraseMissing(String file) {
        return Diagnosis.of(PkiCode.PASSPHRASE_MISSING)
                .with("file", file)
                .remedy("pki.give-passphrase")
                .failed();
    }

    private static Outcome<Haul> wrongPassphrase(String file) {
        return Diagnosis.of(PkiCode.PASSPHRASE_WRONG)
                .with("file", file)
                .remedy("pki.correct-passphrase")
                .failed();
    }

    private static Outcome<Haul> damaged(String file) {
        return Diagnosis.of(PkiCode.KEY_STORE_DAMAGED)
                .with("file", file)
                .remedy("pki.copy-again")
                .failed();
    }
}
