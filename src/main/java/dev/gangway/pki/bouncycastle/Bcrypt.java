package dev.gangway.pki.bouncycastle;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * OpenBSD's {@code bcrypt_pbkdf}, by which ssh-keygen turns a passphrase into a key. Bouncy Castle has bcrypt for
 * password hashes alone, which differs in what is hashed and how often.
 */
final class Bcrypt {
    private static final int BLOCK = 32;
    private static final byte[] MAGIC = "OxychromaticBlowfishSwatDynamite".getBytes(StandardCharsets.US_ASCII);

    private Bcrypt() {}

    /** So many bytes of key out of a passphrase; takes a few milliseconds for each round and 32 bytes. */
    static byte[] derive(byte[] passphrase, byte[] salt, int rounds, int length) {
        byte[] key = new byte[length];
        int blocks = (length + BLOCK - 1) / BLOCK;
        byte[] hashed = sha512(passphrase);
        for (int block = 0; block < blocks; block++) {
            byte[] numbered = Arrays.copyOf(salt, salt.length + Integer.BYTES);
            ByteBuffer.wrap(numbered).putInt(salt.length, block + 1);
            byte[] last = hash(hashed, sha512(numbered));
            byte[] sum = last.clone();
            for (int round = 1; round < rounds; round++) {
                last = hash(hashed, sha512(last));
                for (int i = 0; i < BLOCK; i++) {
                    sum[i] ^= last[i];
                }
            }
            // The blocks are dealt out byte by byte, so that each of them is needed for every part of the key.
            for (int i = 0; i * blocks + block < length && i < BLOCK; i++) {
                key[i * blocks + block] = sum[i];
            }
        }
        Arrays.fill(hashed, (byte) 0);
        return key;
    }

    private static byte[] hash(byte[] passphrase, byte[] salt) {
        Blowfish cipher = new Blowfish();
        int[] passphraseWords = words(passphrase);
        int[] saltWords = words(salt);
        cipher.expand(passphraseWords, saltWords);
        int[] nothing = new int[1];
        for (int i = 0; i < 64; i++) {
            cipher.expand(saltWords, nothing);
            cipher.expand(passphraseWords, nothing);
        }
        int[] text = words(MAGIC);
        for (int at = 0; at < text.length; at += 2) {
            for (int i = 0; i < 64; i++) {
                cipher.encipher(text, at);
            }
        }
        byte[] out = new byte[BLOCK];
        ByteBuffer buffer = ByteBuffer.wrap(out);
        for (int word : text) {
            buffer.putInt(Integer.reverseBytes(word));
        }
        return out;
    }

    private static int[] words(byte[] bytes) {
        int[] words = new int[bytes.length / Integer.BYTES];
        ByteBuffer.wrap(bytes).asIntBuffer().get(words);
        return words;
    }

    private static byte[] sha512(byte[] input) {
        try {
            return MessageDigest.getInstance("SHA-512").digest(input);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
