package dev.gangway.pki.bouncycastle;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.diagnosis.OwnBug;
import dev.gangway.pki.Keys;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.bouncycastle.Parts.Part;
import dev.gangway.secret.Secret;
import java.io.IOException;
import java.security.PrivateKey;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.util.OpenSSHPrivateKeyUtil;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;

/** Private keys in all the forms that files have them in. */
final class PrivateKeys {
    /** Kinds that Java can read and that no TLS handshake here is signed with. */
    private static final Set<ASN1ObjectIdentifier> UNUSED =
            Set.of(X9ObjectIdentifiers.id_dsa, OIWObjectIdentifiers.dsaWithSHA1);

    private PrivateKeys() {}

    static Outcome<PrivateKey> decode(String file, Part part, Optional<Secret> passphrase) {
        return Decryption.plain(file, part, passphrase).then(plain -> decodePlain(file, part, plain));
    }

    private static Outcome<PrivateKey> decodePlain(String file, Part part, byte[] plain) {
        int line = part.block().line();
        try {
            return pkcs8(part.block().label(), plain)
                    .map(info -> of(file, line, info))
                    .orElseGet(() -> damaged(file, line));
        } catch (IOException | RuntimeException damaged) {
            OwnBug.passOn(damaged);
            // Bouncy Castle's parsers let out whatever malformed input leads them to.
            return damaged(file, line);
        }
    }

    /** The key of the JDK's providers; {@code line} is where it began in the file, 0 where that has no lines. */
    static Outcome<PrivateKey> of(String file, int line, PrivateKeyInfo info) {
        AlgorithmIdentifier algorithm = info.getPrivateKeyAlgorithm();
        if (UNUSED.contains(algorithm.getAlgorithm())) {
            return notForTls(file, line, algorithm);
        }
        try (Secret pkcs8 = Secret.copyOf(info.getEncoded())) {
            Outcome<PrivateKey> key = Keys.fromPkcs8(pkcs8);
            boolean rsa = algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption);
            if (key.isOk()) {
                return key;
            }
            if (rsa && isMultiPrime(info)) {
                return about(PkiCode.KEY_NOT_FOR_TLS, file, line)
                        .with("algorithm", "RSA, three primes or more")
                        .remedy("pki.make-common-key")
                        .failed();
            }
            return rsa ? damaged(file, line) : notForTls(file, line, algorithm);
        } catch (IOException damaged) {
            return damaged(file, line);
        }
    }

    /** RFC 8017, appendix A.1.2: version 1 has further primes. */
    private static boolean isMultiPrime(PrivateKeyInfo info) throws IOException {
        return ASN1Sequence.getInstance(info.parsePrivateKey()).size() > 9;
    }

    private static Outcome<PrivateKey> notForTls(String file, int line, AlgorithmIdentifier algorithm) {
        return about(PkiCode.KEY_NOT_FOR_TLS, file, line)
                .with("algorithm", AlgorithmNames.of(algorithm))
                .remedy(remedy(algorithm), "file", file)
                .failed();
    }

    /** Some keys are good ones in an unusual form, and only need another form. */
    private static String remedy(AlgorithmIdentifier algorithm) {
        if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
            return "pki.convert-pss";
        }
        return AlgorithmNames.isExplicitCommonCurve(algorithm) ? "pki.convert-explicit" : "pki.make-common-key";
    }

    static <T> Outcome<T> damaged(String file, int line) {
        return about(PkiCode.KEY_DAMAGED, file, line).remedy("pki.copy-again").failed();
    }

    private static Diagnosis.Builder about(PkiCode code, String file, int line) {
        return Diagnosis.of(code)
                .with("file", file)
                .with("line", line)
                .evidence(Evidence.inFile(file, line, line > 0 ? "pki.line" : "pki.file", "line", line, "file", file));
    }

    private static Optional<PrivateKeyInfo> pkcs8(String label, byte[] plain) throws IOException {
        return switch (DerContent.of(plain)) {
            case PKCS8 -> Optional.of(PrivateKeyInfo.getInstance(plain));
            case PKCS1 ->
                Optional.of(new PrivateKeyInfo(
                        label.startsWith("RSA-PSS")
                                ? new AlgorithmIdentifier(PKCSObjectIdentifiers.id_RSASSA_PSS)
                                : new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                        ASN1Sequence.getInstance(plain)));
            case SEC1 -> sec1(ECPrivateKey.getInstance(plain));
            case DSA -> Optional.of(dsa(ASN1Sequence.getInstance(plain)));
            case OPENSSH_KEY ->
                Optional.of(
                        PrivateKeyInfoFactory.createPrivateKeyInfo(OpenSSHPrivateKeyUtil.parsePrivateKeyBlob(plain)));
            default -> Optional.empty();
        };
    }

    /** OpenSSL's own form: version, p, q, g, public and private value. It only needs to be told what it is. */
    private static PrivateKeyInfo dsa(ASN1Sequence numbers) throws IOException {
        return new PrivateKeyInfo(new AlgorithmIdentifier(X9ObjectIdentifiers.id_dsa), numbers.getObjectAt(5));
    }

    private static Optional<PrivateKeyInfo> sec1(ECPrivateKey key) throws IOException {
        return key.getParametersObject() == null
                ? Optional.empty()
                : Optional.of(new PrivateKeyInfo(
                        new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, key.getParametersObject()), key));
    }
}
