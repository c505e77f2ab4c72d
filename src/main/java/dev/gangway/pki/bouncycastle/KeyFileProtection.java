package dev.gangway.pki.bouncycastle;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import dev.gangway.pki.Finding;
import dev.gangway.pki.Finding.Severity;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.bouncycastle.Parts.Part;
import dev.gangway.pki.reading.Content;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** How well a private key was protected in the file it came from. */
final class KeyFileProtection {
    /** Below that a passphrase of everyday strength falls to one graphics card within a day. */
    private static final BigInteger FEW_ITERATIONS = BigInteger.valueOf(10_000);

    private KeyFileProtection() {}

    /** What is to be said about a key in PEM or DER; empty where it was well protected. */
    static Optional<Finding> of(String file, Part part) {
        if (part.block().headers().containsKey("DEK-Info")) {
            String cipher = part.block().headers().getOrDefault("DEK-Info", "").replaceAll(",.*", "");
            return Optional.of(weak(file, "OpenSSL PEM, " + cipher + ", MD5, 1"));
        }
        if (part.content() == Content.PKCS8_ENCRYPTED) {
            return of(
                    file,
                    EncryptedPrivateKeyInfo.getInstance(part.block().content()).getEncryptionAlgorithm());
        }
        if (part.content() == Content.OPENSSH_KEY
                && OpenSshKey.of(part.block().content()).isEncrypted()) {
            return Optional.empty(); // bcrypt makes trying slow, even with few rounds
        }
        return Optional.of(none(file, part.block().line()));
    }

    /** A key in the clear; {@code line} is 0 where the file has no lines. */
    static Finding none(String file, int line) {
        return finding(Diagnosis.of(PkiCode.PROTECTION_NONE)
                .with("file", file)
                .evidence(Evidence.inFile(file, line, line > 0 ? "pki.line" : "pki.file", "line", line, "file", file))
                .remedy("pki.delete-plain"));
    }

    /** A file that opens with an empty passphrase. */
    static Finding empty(String file) {
        return finding(Diagnosis.of(PkiCode.PROTECTION_EMPTY).with("file", file).remedy("pki.delete-weak"));
    }

    /** What is to be said about an encryption; empty where it is good. */
    static Optional<Finding> of(String file, AlgorithmIdentifier algorithm) {
        Optional<BigInteger> iterations = DerivationCost.iterations(algorithm);
        String name = name(algorithm);
        boolean old = !algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2) || name.contains("DES");
        boolean few =
                iterations.filter(count -> count.compareTo(FEW_ITERATIONS) < 0).isPresent();
        return old || few
                ? Optional.of(
                        weak(file, name + iterations.map(count -> ", " + count).orElse("")))
                : Optional.empty();
    }

    /** The finding for a scheme that is weak by its nature. */
    static Finding weak(String file, String scheme) {
        return finding(Diagnosis.of(PkiCode.PROTECTION_WEAK)
                .with("file", file)
                .with("scheme", scheme)
                .remedy("pki.delete-weak"));
    }

    private static Finding finding(Diagnosis.Builder diagnosis) {
        return new Finding(Severity.WARNING, diagnosis.build());
    }

    private static String name(AlgorithmIdentifier algorithm) {
        if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2)) {
            PBES2Parameters parameters = PBES2Parameters.getInstance(algorithm.getParameters());
            return "PBES2, "
                    + AlgorithmNames.cipher(parameters.getEncryptionScheme().getAlgorithm());
        }
        return AlgorithmNames.cipher(algorithm.getAlgorithm());
    }

    /** One finding for each way of protecting, however many keys it was used for. */
    static List<Finding> distinct(List<Finding> findings) {
        return findings.size() < 2 ? findings : findings.stream().distinct().toList();
    }
}
