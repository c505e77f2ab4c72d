package dev.gangway.vault.sealing;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals bytes with AES-256-GCM (NIST SP 800-38D) under one key: 12 random bytes of nonce, the ciphertext, 16 bytes of
 * tag. With random nonces a key is good for 2^32 seals. Safe for use by several threads.
 */
public final class AesGcm {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;

    private final KeyBytes key;
    private final SecureRandom random;

    AesGcm(KeyBytes key, SecureRandom random) {
        this.key = key;
        this.random = random;
    }

    /** Seals {@code plain}, and binds it to its context: it opens only with the same parts, in the same order. */
    public byte[] seal(byte[] plain, Object... context) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, context);
            byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + plain.length + TAG_BYTES);
            cipher.doFinal(plain, 0, plain.length, sealed, NONCE_BYTES);
            key.rest(cipher);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of every JDK", e);
        }
    }

    /** What was sealed, for the caller to wipe; empty where it is not what was sealed in this context. */
    public Optional<byte[]> open(byte[] sealed, Object... context) {
        if (sealed.length < NONCE_BYTES + TAG_BYTES) {
            return Optional.empty();
        }
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, sealed, context);
            byte[] plain = cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
            key.rest(cipher);
            return Optional.of(plain);
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of every JDK", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonceFirst, Object... context) throws GeneralSecurityException {
        Cipher cipher = key.cipher();
        cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * 8, nonceFirst, 0, NONCE_BYTES));
        cipher.updateAAD(LengthPrefixed.of(context));
        return cipher;
    }
}
