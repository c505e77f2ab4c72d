package dev.gangway.pki;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.InvalidParameterSpecException;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Private keys between the form that is stored and the form that signs. */
public final class Keys {
    /** Key factories to try; each refuses keys that are not its own by their object identifier. */
    private static final List<String> ALGORITHMS = List.of("EC", "RSA", "EdDSA", "RSASSA-PSS", "DSA");

    /** Of the curve that FIPS 186 calls P-256, as the JDK has them. */
    public static final ECParameterSpec P256 = curve("secp256r1");

    private static final List<ECParameterSpec> CURVES = List.of(P256, curve("secp384r1"), curve("secp521r1"));

    private static final Remembered MATCHES = new Remembered("match");

    private Keys() {}

    /** The key in an unencrypted PKCS#8 PrivateKeyInfo. Fails where no provider knows its algorithm or curve. */
    public static Outcome<PrivateKey> fromPkcs8(Secret pkcs8) {
        return pkcs8.withBytes(Keys::fromPkcs8);
    }

    private static Outcome<PrivateKey> fromPkcs8(byte[] der) {
        for (String algorithm : ALGORITHMS) {
            try {
                PrivateKey key = KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
                return isOnUnknownCurve(key) ? unsupported() : Outcome.ok(key);
            } catch (InvalidKeySpecException notThisOne) {
                // the next one
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return unsupported();
    }

    private static Outcome<PrivateKey> unsupported() {
        return Diagnosis.of(PkiCode.KEY_UNSUPPORTED)
                .remedy("pki.make-common-key")
                .failed();
    }

    /** The JDK reads keys on curves that it cannot sign with. */
    private static boolean isOnUnknownCurve(PrivateKey key) {
        return key instanceof ECPrivateKey ec && !isOnCommonCurve(ec);
    }

    /** Whether its curve is P-256, P-384 or P-521, which TLS and Java can sign with. */
    public static boolean isOnCommonCurve(ECKey key) {
        return CURVES.stream()
                .anyMatch(curve -> curve.getOrder().equals(key.getParams().getOrder())
                        && curve.getGenerator().equals(key.getParams().getGenerator()));
    }

    private static ECParameterSpec curve(String name) {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec(name));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (NoSuchAlgorithmException | InvalidParameterSpecException impossible) {
            throw new IllegalStateException(impossible);
        }
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
     * What {@code RSASSA-PSS} needs beside its name: what the key is bound to (RFC 4055, section 1.2), SHA-256 with a salt
     * as long where it is bound to nothing. Empty for all other keys.
     */
    public static Optional<PSSParameterSpec> signatureParameters(PublicKey key) {
        if (!isBoundToPss(key)) {
            return Optional.empty();
        }
        return Optional.of(
                ((RSAKey) key).getParams() instanceof PSSParameterSpec bound
                        ? bound
                        : new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
    }

    /** Whether it may only sign by PSS: its algorithm is id-RSASSA-PSS and not rsaEncryption. */
    public static boolean isBoundToPss(PublicKey key) {
        return key instanceof RSAKey && key.getAlgorithm().equals("RSASSA-PSS");
    }

    /**
     * Whether the two belong together. RSA keys are compared; others sign and verify, which works in hardware too.
     */
    public static boolean match(PrivateKey key, PublicKey publicKey) {
        if (key instanceof RSAKey ours && publicKey instanceof RSAKey theirs) {
            return ours.getModulus().equals(theirs.getModulus());
        }
        return match(key, publicKey, () -> signs(key, publicKey));
    }

    /**
     * Whether the two belong together, as it was found out before or {@code slow} finds out now.
     *
     * @param slow always asked about a key in hardware, where another may lie under the same name by now
     */
    public static boolean match(PrivateKey key, PublicKey publicKey, BooleanSupplier slow) {
        byte[] der = key.getEncoded();
        if (der == null) {
            return slow.getAsBoolean();
        }
        try {
            return MATCHES.answer(slow, der, publicKey.getEncoded());
        } finally {
            Arrays.fill(der, (byte) 0);
        }
    }

    /** Remembers that these two belong together: a pair that was generated here just now need not sign to show it. */
    public static void generated(KeyPair pair) {
        byte[] der = pair.getPrivate().getEncoded();
        try {
            MATCHES.know(der, pair.getPublic().getEncoded());
        } finally {
            Arrays.fill(der, (byte) 0);
        }
    }

    private static boolean signs(PrivateKey key, PublicKey publicKey) {
        byte[] probe = "gangway".getBytes(StandardCharsets.US_ASCII);
        try {
            Signature signature = Signature.getInstance(signatureAlgorithm(publicKey));
            Optional<PSSParameterSpec> pss = signatureParameters(publicKey);
            signature.initSign(key);
            if (pss.isPresent()) {
                signature.setParameter(pss.get());
            }
            signature.update(probe);
            byte[] signed = signature.sign();
            signature.initVerify(publicKey);
            signature.update(probe);
            return signature.verify(signed);
        } catch (GeneralSecurityException otherKind) {
            return false;
        }
    }

    /** Algorithm and size, for example {@code RSA 1024}. */
    public static String describe(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa ->
                (isBoundToPss(rsa) ? "RSA-PSS " : "RSA ") + rsa.getModulus().bitLength();
            case ECPublicKey ec -> "EC " + ec.getParams().getOrder().bitLength();
            case EdECPublicKey edwards -> edwards.getParams().getName();
            default -> key.getAlgorithm();
        };
    }
}
