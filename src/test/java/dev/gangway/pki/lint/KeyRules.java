package dev.gangway.pki.lint;

import java.math.BigInteger;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;

/** The certified key, and whether the key usage suits it (RFC 3279, RFC 5480, RFC 8410; baseline requirements 6.1). */
final class KeyRules {
    private static final int KEY_ENCIPHERMENT = 2;
    private static final int DATA_ENCIPHERMENT = 3;
    private static final int KEY_AGREEMENT = 4;

    private KeyRules() {}

    static void check(X509Certificate certificate, List<String> wrong) {
        PublicKey key = certificate.getPublicKey();
        switch (key) {
            case RSAPublicKey rsa -> {
                if (rsa.getModulus().bitLength() < 2048 || rsa.getModulus().bitLength() % 8 != 0) {
                    wrong.add("RSA key of " + rsa.getModulus().bitLength() + " bits");
                }
                if (rsa.getPublicExponent().compareTo(BigInteger.valueOf(65537)) < 0
                        || !rsa.getPublicExponent().testBit(0)) {
                    wrong.add("RSA exponent below 65537 or even");
                }
            }
            case ECPublicKey ec -> {
                int bits = ec.getParams().getOrder().bitLength();
                if (bits != 256 && bits != 384 && bits != 521) {
                    wrong.add("EC key on a curve of " + bits + " bits");
                }
            }
            default -> {
                if (!key.getAlgorithm().equals("EdDSA")) {
                    wrong.add("key of kind " + key.getAlgorithm());
                }
            }
        }
        boolean[] usage = certificate.getKeyUsage();
        if (usage != null && !(key instanceof RSAPublicKey) && (usage[KEY_ENCIPHERMENT] || usage[DATA_ENCIPHERMENT])) {
            wrong.add("a key that cannot encrypt is certified for it");
        }
        if (usage != null && !(key instanceof ECPublicKey) && usage[KEY_AGREEMENT]) {
            wrong.add("a key that cannot agree on keys is certified for it");
        }
    }
}
