package dev.gangway.pki;

import dev.gangway.stored.StoredAs;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.util.List;

/** The kinds of key that can be made here. */
public enum KeyType {
    /** NIST P-256 (secp256r1), the default: small, fast, and every MQTT server takes it. */
    @StoredAs("EC_P256")
    EC_P256,
    /** NIST P-384 (secp384r1). */
    @StoredAs("EC_P384")
    EC_P384,
    /** NIST P-521 (secp521r1); some small TLS libraries leave it out. */
    @StoredAs("EC_P521")
    EC_P521,
    /** RSA with 2048 bits. */
    @StoredAs("RSA_2048")
    RSA_2048,
    /** RSA with 3072 bits. */
    @StoredAs("RSA_3072")
    RSA_3072,
    /** RSA with 4096 bits. */
    @StoredAs("RSA_4096")
    RSA_4096,
    /** Ed25519 (RFC 8410); few MQTT servers take it. */
    @StoredAs("ED25519")
    ED25519,
    /** Ed448 (RFC 8410); hardly any MQTT server takes it. */
    @StoredAs("ED448")
    ED448;

    private static final int P256_BITS = 256;
    private static final int P384_BITS = 384;

    /** Whether a key is exactly of this kind: curve, or length of the modulus with an odd exponent above 1. */
    public boolean isOf(PublicKey key) {
        return switch (key) {
            case ECPublicKey ec -> this == of(key) && isNist(ec.getParams());
            case RSAPublicKey rsa ->
                this == of(key)
                        && List.of(2048, 3072, 4096).contains(rsa.getModulus().bitLength())
                        && rsa.getPublicExponent().testBit(0)
                        && rsa.getPublicExponent().compareTo(BigInteger.ONE) > 0;
            case EdECPublicKey edwards -> this == of(key);
            default -> false;
        };
    }

    /** By equation and base point: secp256k1 is as long as P-256, and a point of its own would give keys away. */
    private boolean isNist(ECParameterSpec curve) {
        try {
            AlgorithmParameters known = AlgorithmParameters.getInstance("EC");
            known.init(new ECGenParameterSpec(
                    switch (this) {
                        case EC_P256 -> "secp256r1";
                        case EC_P384 -> "secp384r1";
                        default -> "secp521r1";
                    }));
            ECParameterSpec ours = known.getParameterSpec(ECParameterSpec.class);
            return ours.getCurve().getField().equals(curve.getCurve().getField())
                    && ours.getCurve().getA().equals(curve.getCurve().getA())
                    && ours.getCurve().getB().equals(curve.getCurve().getB())
                    && ours.getGenerator().equals(curve.getGenerator());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has the NIST curves", missing);
        }
    }

    /** The kind of a key, or the next stronger one where it is of none of them. */
    public static KeyType of(PublicKey key) {
        return switch (key) {
            case ECPublicKey ec -> {
                int bits = ec.getParams().getOrder().bitLength();
                yield bits <= P256_BITS ? EC_P256 : bits <= P384_BITS ? EC_P384 : EC_P521;
            }
            case RSAPublicKey rsa -> {
                int bits = rsa.getModulus().bitLength();
                yield bits <= 2048 ? RSA_2048 : bits <= 3072 ? RSA_3072 : RSA_4096;
            }
            case EdECPublicKey edwards when edwards.getParams().getName().equals("Ed448") -> ED448;
            default -> ED25519;
        };
    }
}
