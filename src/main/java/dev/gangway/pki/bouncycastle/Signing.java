package dev.gangway.pki.bouncycastle;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Chooses signature algorithms; the JDK's own providers sign, so that keys in hardware work as well. */
final class Signing {
    private Signing() {}

    static ContentSigner signer(PrivateKey key, PublicKey of) {
        try {
            return new JcaContentSignerBuilder(algorithm(of)).build(key);
        } catch (OperatorCreationException unusable) {
            throw new IllegalArgumentException("cannot sign with a key of type " + of.getAlgorithm(), unusable);
        }
    }

    private static String algorithm(PublicKey key) {
        return switch (key) {
            // The digest is as strong as the curve (RFC 5480, section 4).
            case ECPublicKey ec -> {
                int bits = ec.getParams().getOrder().bitLength();
                yield bits <= 256 ? "SHA256withECDSA" : bits <= 384 ? "SHA384withECDSA" : "SHA512withECDSA";
            }
            case EdECPublicKey edwards -> edwards.getParams().getName();
            default -> key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : key.getAlgorithm();
        };
    }
}
