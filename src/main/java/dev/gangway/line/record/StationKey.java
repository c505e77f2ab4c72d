package dev.gangway.line.record;

import dev.gangway.secret.Secret;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** Ed25519 (RFC 8032), and SHA-256, as records use them. */
final class StationKey {
    /** Before the 32 bytes of an Ed25519 public key in its SubjectPublicKeyInfo, RFC 8410. */
    private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private StationKey() {}

    /** A new key: private part as PKCS#8, public part as 32 bytes in Base64. */
    record Pair(Secret privateKey, String publicKey) {}

    static Pair make() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] encoded = pair.getPublic().getEncoded();
            byte[] raw = Arrays.copyOfRange(encoded, PREFIX.length, encoded.length);
            byte[] secret = pair.getPrivate().getEncoded();
            Pair made = new Pair(Secret.copyOf(secret), Base64.getEncoder().encodeToString(raw));
            Arrays.fill(secret, (byte) 0);
            return made;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }

    /** By Bouncy Castle, which takes a twentieth of the JDK's time: each record waits for it in its transaction. */
    static String sign(Pair key, byte[] message) {
        byte[] publicKey = Base64.getDecoder().decode(key.publicKey());
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        return key.privateKey().withBytes(pkcs8 -> {
            int seed = pkcs8.length - Ed25519.SECRET_KEY_SIZE; // the last octets of a PKCS#8 that a JDK wrote, RFC 8410
            Ed25519.sign(pkcs8, seed, publicKey, 0, message, 0, message.length, signature, 0);
            return Base64.getEncoder().encodeToString(signature);
        });
    }

    /** Of 32 bytes in Base64; empty for anything else. */
    static Optional<PublicKey> publicKey(String base64) {
        try {
            byte[] raw = Base64.getDecoder().decode(base64);
            if (raw.length != 32) {
                return Optional.empty();
            }
            byte[] encoded = Arrays.copyOf(PREFIX, PREFIX.length + raw.length);
            System.arraycopy(raw, 0, encoded, PREFIX.length, raw.length);
            return Optional.of(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static boolean isSigned(PublicKey key, byte[] message, String signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(message);
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /** In hexadecimal, as a record names the one before it. */
    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
