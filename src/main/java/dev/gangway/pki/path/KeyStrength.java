package dev.gangway.pki.path;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.util.Locale;
import java.util.OptionalInt;

/** Keys and signatures below what servers and clients take today (NIST SP 800-57 part 1, table 2: 112 bits). */
public final class KeyStrength {
    private KeyStrength() {}

    /** The length of the key in bits, where it is too short. */
    public static OptionalInt tooShort(PublicKey key) {
        int bits = switch (key) {
            case RSAKey rsa ->
                rsa.getModulus().bitLength() < 2048 ? rsa.getModulus().bitLength() : 0;
            case ECKey ec -> {
                int size = ec.getParams().getCurve().getField().getFieldSize();
                yield size < 224 ? size : 0;
            }
            default -> 0;
        };
        return bits > 0 ? OptionalInt.of(bits) : OptionalInt.empty();
    }

    /** Whether it is signed over MD2, MD5 or SHA-1. */
    public static boolean isSignedWeakly(X509Certificate certificate) {
        String algorithm = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
        return algorithm.startsWith("MD") || algorithm.startsWith("SHA1");
    }
}
