package dev.gangway.token.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.List;
import java.util.Map;

/** Writes public keys as a JSON Web Key Set (RFC 7517), for brokers that fetch keys from an address. */
public final class Jwks {
    private Jwks() {}

    /**
     * The public halves of these keys; no private part is ever in the result.
     *
     * @param keys by key id
     * @throws IllegalArgumentException for a kind of key that {@link Algorithm} does not list
     */
    public static String of(Map<String, PublicKey> keys) {
        List<JWK> set = keys.entrySet().stream()
                .map(entry -> jwk(entry.getKey(), entry.getValue()))
                .toList();
        return new JWKSet(set).toString(true);
    }

    /** A key id made of the key itself: its thumbprint (RFC 7638). */
    public static String keyId(PublicKey key) {
        try {
            return jwk("", key).computeThumbprint().toString();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JWK jwk(String id, PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa ->
                new RSAKey.Builder(rsa).keyID(id).keyUse(KeyUse.SIGNATURE).build();
            case ECPublicKey ec ->
                new ECKey.Builder(Curve.forECParameterSpec(ec.getParams()), ec)
                        .keyID(id)
                        .keyUse(KeyUse.SIGNATURE)
                        .build();
            case EdECPublicKey ed ->
                new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(encoded(ed)))
                        .keyID(id)
                        .keyUse(KeyUse.SIGNATURE)
                        .build();
            default -> throw new IllegalArgumentException(key.getAlgorithm());
        };
    }

    /** RFC 8032, section 5.1.2: y in little endian, the sign of x in the highest bit. */
    private static byte[] encoded(EdECPublicKey key) {
        byte[] bigEndian = key.getPoint().getY().toByteArray();
        byte[] encoded = new byte[32];
        for (int i = 0; i < Math.min(32, bigEndian.length); i++) {
            encoded[i] = bigEndian[bigEndian.length - 1 - i];
        }
        if (key.getPoint().isXOdd()) {
            encoded[31] |= (byte) 0x80;
        }
        return encoded;
    }

    static PublicKey ed25519(OctetKeyPair key) throws JOSEException {
        byte[] littleEndian = key.getDecodedX();
        if (littleEndian.length != 32) {
            throw new JOSEException("an Ed25519 key has 32 bytes");
        }
        boolean xOdd = (littleEndian[31] & 0x80) != 0;
        byte[] bigEndian = new byte[32];
        for (int i = 0; i < 32; i++) {
            bigEndian[i] = littleEndian[31 - i];
        }
        bigEndian[0] &= 0x7F;
        try {
            EdECPoint point = new EdECPoint(xOdd, new BigInteger(1, bigEndian));
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
        } catch (GeneralSecurityException e) {
            throw new JOSEException("not a point of Ed25519", e);
        }
    }
}
