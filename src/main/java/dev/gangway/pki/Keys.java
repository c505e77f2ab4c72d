package dev.gangway.pki;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.List;

/** Private keys between the form that is stored and the form that signs. */
public final class Keys {
    /** Key factories to try; each refuses keys that are not its own by their object identifier. */
    private static final List<String> ALGORITHMS = List.of("EC", "RSA", "EdDSA", "RSASSA-PSS", "DSA");

    private Keys() {}

    /** The key in an unencrypted PKCS#8 PrivateKeyInfo. Fails where no provider knows its algorithm or curve. */
    public static Outcome<PrivateKey> fromPkcs8(Secret pkcs8) {
        return pkcs8.withBytes(Keys::fromPkcs8);
    }

    private static Outcome<PrivateKey> fromPkcs8(byte[] der) {
        for (String algorithm : ALGORITHMS) {
            try {
                return Outcome.ok(KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der)));
            } catch (InvalidKeySpecException notThisOne) {
                // the next one
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return Diagnosis.of(PkiCode.KEY_UNSUPPORTED)
                .remedy("pki.make-common-key")
                .failed();
    }

    /**
     * DER of the key's PKCS#8 form.
     *
     * @throws IllegalArgumentException where the key lives in hardware and cannot be had
     */
    public static Secret pkcs8(PrivateKey key) {
        byte[] der = key.getEncoded();
        if (der == null) {
            throw new IllegalArgumentException("a key in hardware cannot be exported");
        }
        try {
            return Secret.copyOf(der);
        } finally {
            Arrays.fill(der, (byte) 0);
        }
    }

    /** The JCA name of the signature that goes with a key: RSA with SHA-256, ECDSA as strong as its curve. */
    public static String signatureAlgorithm(PublicKey key) {
        return switch (key) {
            // RFC 5480, section 4
            case ECPublicKey ec -> {
                int bits = ec.getParams().getOrder().bitLength();
                yield bits <= 256 ? "SHA256withECDSA" : bits <= 384 ? "SHA384withECDSA" : "SHA512withECDSA";
            }
            case EdECPublicKey edwards -> edwards.getParams().getName();
            default -> key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : key.getAlgorithm();
        };
    }

    /**
     * Whether the two belong together. RSA keys are compared; others sign and verify, which works in hardware too.
     */
    public static boolean match(PrivateKey key, PublicKey publicKey) {
        if (key instanceof RSAKey ours && publicKey instanceof RSAKey theirs) {
            return ours.getModulus().equals(theirs.getModulus());
        }
        byte[] probe = "gangway".getBytes(StandardCharsets.US_ASCII);
        try {
            Signature signature = Signature.getInstance(signatureAlgorithm(publicKey));
            signature.initSign(key);
            signature.update(probe);
            byte[] signed = signature.sign();
            signature.initVerify(publicKey);
            signature.update(probe);
            return signature.verify(signed);
        } catch (NoSuchAlgorithmException | InvalidKeyException | SignatureException otherKind) {
            return false;
        }
    }
}
