package dev.gangway.bench.rules;

import dev.gangway.pki.Identity;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Optional;

/** Finds out whether a private key belongs to a certificate, by signing with the one and verifying with the other. */
final class KeyMatch {
    private static final byte[] PROBE = "does this key belong to this certificate".getBytes(StandardCharsets.US_ASCII);

    private KeyMatch() {}

    /** Whether the identity's key belongs to its leaf; empty where that cannot be tried, as with a key in hardware. */
    static Optional<Boolean> matches(Identity identity) {
        return matches(identity.key(), identity.leaf());
    }

    /** Whether the key belongs to this certificate; empty where that cannot be tried. */
    static Optional<Boolean> matches(PrivateKey key, X509Certificate certificate) {
        if (key.getEncoded() == null) {
            return Optional.empty(); // in hardware: signing may block or ask for a PIN
        }
        PublicKey publicKey = certificate.getPublicKey();
        String family = family(key.getAlgorithm());
        if (!family.equals(family(publicKey.getAlgorithm()))) {
            return Optional.of(false);
        }
        try {
            Signature signer = Signature.getInstance(algorithm(family));
            signer.initSign(key);
            signer.update(PROBE);
            byte[] signed = signer.sign();
            Signature verifier = Signature.getInstance(algorithm(family));
            verifier.initVerify(publicKey);
            verifier.update(PROBE);
            return Optional.of(verifier.verify(signed));
        } catch (GeneralSecurityException e) {
            // Other curves or sizes give signatures that the verifier cannot even parse.
            return Optional.of(false);
        }
    }

    private static String family(String algorithm) {
        return switch (algorithm) {
            case "EC", "ECDSA" -> "EC";
            case "EdDSA", "Ed25519", "Ed448" -> "EdDSA";
            default -> algorithm;
        };
    }

    private static String algorithm(String family) {
        return switch (family) {
            case "EC" -> "SHA256withECDSA";
            case "RSA" -> "SHA256withRSA";
            default -> family;
        };
    }
}
