package dev.gangway.pki.bouncycastle;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.diagnosis.OwnBug;
import dev.gangway.pki.Finding;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.importing.Haul;
import dev.gangway.pki.importing.Haul.FoundKey;
import dev.gangway.secret.Secret;
import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedData;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.operator.InputDecryptorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagFactory;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.bc.BcPKCS12PBMac1CalculatorBuilderProvider;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEInputDecryptorProviderBuilder;

/**
 * Opens PKCS#12 (RFC 7292, RFC 9579) layer by layer, so that the cost of each key derivation is known before it is paid,
 * and the way of protection can be told.
 */
final class Pkcs12Files {
    private Pkcs12Files() {}

    static Outcome<Haul> read(byte[] der, Opening opening) {
        Optional<Outcome<Haul>> given = opening.store().map(passphrase -> read(der, opening, passphrase));
        if (given.isPresent()
                && !given.get()
                        .failure()
                        .filter(why -> why.is(PkiCode.PASSPHRASE_WRONG))
                        .isPresent()) {
            return given.get();
        }
        // Some tools write files with an empty passphrase, and do not ask for one.
        try (Secret empty = Secret.of("")) {
            Outcome<Haul> open = read(der, opening, empty);
            return open.isOk() ? open : given.orElse(open);
        }
    }

    private static Outcome<Haul> read(byte[] der, Opening opening, Secret passphrase) {
        return passphrase.withChars(chars -> {
            try {
                return new Run(opening, chars).read(new PKCS12PfxPdu(der));
            } catch (IOException | CertificateException | RuntimeException damaged) {
                OwnBug.passOn(damaged);
                // Bouncy Castle's parsers let out whatever malformed input leads them to.
                return opening.damaged();
            }
        });
    }

    private static final class Run {
        private final String file;
        private final Opening opening;
        private final char[] passphrase;
        private final DerivationCost cost;
        private final List<X509Certificate> certificates = new ArrayList<>();
        private final List<FoundKey> keys = new ArrayList<>();
        private final List<Finding> protection = new ArrayList<>();
        private final List<Evidence> notices = new ArrayList<>();

        Run(Opening opening, char[] passphrase) {
            this.file = opening.file();
            this.opening = opening;
            this.passphrase = passphrase;
            this.cost = new DerivationCost(file);
        }

        Outcome<Haul> read(PKCS12PfxPdu pfx) throws IOException, CertificateException {
            Optional<Diagnosis> failure = mac(pfx);
            for (ContentInfo content : pfx.getContentInfos()) {
                if (failure.isEmpty()) {
                    failure = content(content);
                }
            }
            return failure.<Outcome<Haul>>map(Outcome::failed)
                    .orElseGet(() -> Outcome.ok(
                            new Haul(file, certificates, keys, KeyFileProtection.distinct(protection), notices)));
        }

        private Optional<Diagnosis> mac(PKCS12PfxPdu pfx) {
            if (!pfx.hasMac()) {
                return Optional.empty();
            }
            AlgorithmIdentifier algorithm = pfx.getMacAlgorithmID();
            boolean pbmac1 = algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBMAC1);
            MacData data = pfx.toASN1Structure().getMacData();
            BigInteger count = data.getIterationCount();
            Optional<Diagnosis> refused = pbmac1 ? cost.add(algorithm) : cost.add(count);
            if (refused.isPresent()) {
                return refused;
            }
            try {
                boolean valid = pbmac1
                        ? pfx.isMacValid(new BcPKCS12PBMac1CalculatorBuilderProvider(), passphrase)
                        : Pkcs12Mac.isValid(pfx.toASN1Structure(), passphrase);
                return valid ? Optional.empty() : Optional.of(wrongPassphrase());
            } catch (PKCSException | OperatorCreationException unknownDigest) {
                return Optional.of(unknown(algorithm));
            }
        }

        private Optional<Diagnosis> content(ContentInfo content) throws IOException, CertificateException {
            if (!content.getContentType().equals(PKCSObjectIdentifiers.encryptedData)) {
                return content.getContentType().equals(PKCSObjectIdentifiers.data)
                        ? bags(new PKCS12SafeBagFactory(content).getSafeBags())
                        : Optional.of(unknown(new AlgorithmIdentifier(content.getContentType())));
            }
            AlgorithmIdentifier algorithm =
                    EncryptedData.getInstance(content.getContent()).getEncryptionAlgorithm();
            Optional<Diagnosis> refused = cost.add(algorithm);
            if (refused.isPresent()) {
                return refused;
            }
            try {
                return bags(new PKCS12SafeBagFactory(content, decryptor(passphrase, algorithm)).getSafeBags());
            } catch (PKCSException closed) {
                return Optional.of(wrongPassphrase());
            }
        }

        private Optional<Diagnosis> bags(PKCS12SafeBag[] bags) throws IOException, CertificateException {
            for (PKCS12SafeBag bag : bags) {
                Optional<Diagnosis> failure = switch (bag.getBagValue()) {
                    case X509CertificateHolder certificate -> {
                        certificates.add(new JcaX509CertificateConverter().getCertificate(certificate));
                        yield Optional.empty();
                    }
                    case PrivateKeyInfo plain -> {
                        protection.add(KeyFileProtection.none(file, 0));
                        yield key(plain);
                    }
                    case PKCS8EncryptedPrivateKeyInfo sealed -> sealedKey(sealed);
                    default -> {
                        notices.add(Evidence.inFile(file, 0, "pki.notice.other-entry", "file", file));
                        yield Optional.empty();
                    }
                };
                if (failure.isPresent()) {
                    return failure;
                }
            }
            return Optional.empty();
        }

        private Optional<Diagnosis> sealedKey(PKCS8EncryptedPrivateKeyInfo sealed) throws IOException {
            AlgorithmIdentifier algorithm = sealed.toASN1Structure().getEncryptionAlgorithm();
            Optional<Diagnosis> refused = cost.add(algorithm);
            if (refused.isPresent()) {
                return refused;
            }
            if (passphrase.length == 0) {
                protection.add(KeyFileProtection.empty(file));
            } else {
                KeyFileProtection.of(file, algorithm).ifPresent(protection::add);
            }
            try {
                return key(sealed.decryptPrivateKeyInfo(decryptor(passphrase, algorithm)));
            } catch (PKCSException closed) {
                return opening.entries()
                        .map(entry -> entry.withChars(chars -> otherwise(sealed, chars)))
                        .orElseGet(
                                () -> Optional.of(certificates.isEmpty() ? wrongPassphrase() : opening.entryClosed()));
            }
        }

        /** A key that has another passphrase than its store. */
        private Optional<Diagnosis> otherwise(PKCS8EncryptedPrivateKeyInfo sealed, char[] entry) {
            try {
                return key(sealed.decryptPrivateKeyInfo(
                        decryptor(entry, sealed.toASN1Structure().getEncryptionAlgorithm())));
            } catch (PKCSException closed) {
                return Optional.of(opening.entryClosed());
            }
        }

        private Optional<Diagnosis> key(PrivateKeyInfo info) {
            Outcome<FoundKey> key = PrivateKeys.of(file, 0, info).then(found -> PublicKeys.pair(file, 0, found));
            key.toOptional().ifPresent(keys::add);
            return key.failure();
        }

        /**
         * Bouncy Castle's PBKDF2 refuses an empty passphrase. HMAC fills its key up with zeros, so that one zero is the
         * same as none (RFC 2104, section 2). PKCS#12's own derivation has two ways of writing it, which are both tried.
         */
        private static InputDecryptorProvider decryptor(char[] opens, AlgorithmIdentifier algorithm) {
            boolean zero = opens.length == 0 && algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2);
            return new JcePKCSPBEInputDecryptorProviderBuilder()
                    .setProvider(Providers.BC)
                    .setTryWrongPKCS12Zero(opens.length == 0)
                    .build(zero ? new char[1] : opens);
        }

        private Diagnosis wrongPassphrase() {
            return (passphrase.length > 0 || opening.store().isPresent() ? opening.wrong() : opening.missing())
                    .failure()
                    .orElseThrow();
        }

        private Diagnosis unknown(AlgorithmIdentifier algorithm) {
            return Diagnosis.of(PkiCode.ENCRYPTION_UNKNOWN)
                    .with("file", file)
                    .fact("pki.encryption", "algorithm", AlgorithmNames.cipher(algorithm.getAlgorithm()))
                    .remedy("pki.convert-key")
                    .build();
        }
    }
}
