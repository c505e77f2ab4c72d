package dev.gangway.pki.bouncycastle;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * OpenBSD's {@code bcrypt_pbkdf}, by which ssh-keygen turns a passphrase into a key. Bouncy Castle has bcrypt for
 * password hashes alone, which differs in what is hashed and how often. One instance is for one thread.
 */
final class Bcrypt {
    private static final int ROUNDS = 16;
    private static final int BOXES = 4 * 256;
    private static final int BLOCK = 32;
    private static final byte[] MAGIC = "OxychromaticBlowfishSwatDynamite".getBytes(StandardCharsets.US_ASCII);

    /** Blowfish begins with the binary digits of pi behind its point: 18 words of subkeys, then four boxes. */
    private static final int[] PI = digitsOfPi(ROUNDS + 2 + BOXES);

    private final int[] subkeys = new int[ROUNDS + 2];
    private final int[] boxes = new int[BOXES];
    private int left;
    private int right;

    private Bcrypt() {}

    /** So many bytes of key out of a passphrase; takes a few milliseconds for each round and 32 bytes. */
    static byte[] derive(byte[] passphrase, byte[] salt, int rounds, int length) {
        byte[] key = new byte[length];
        int blocks = (length + BLOCK - 1) / BLOCK;
        byte[] hashed = sha512(passphrase);
        for (int block = 0; block < blocks; block++) {
            byte[] numbered = Arrays.copyOf(salt, salt.length + Integer.BYTES);
            ByteBuffer.wrap(numbered).putInt(salt.length, block + 1);
            byte[] last = new Bcrypt().hash(hashed, sha512(numbered));
            byte[] sum = last.clone();
            for (int round = 1; round < rounds; round++) {
                last = new Bcrypt().hash(hashed, sha512(last));
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

    private byte[] hash(byte[] passphrase, byte[] salt) {
        System.arraycopy(PI, 0, subkeys, 0, subkeys.length);
        System.arraycopy(PI, subkeys.length, boxes, 0, boxes.length);
        int[] passphraseWords = words(passphrase);
        int[] saltWords = words(salt);
        expand(passphraseWords, saltWords);
        int[] nothing = new int[1];
        for (int i = 0; i < 64; i++) {
            expand(saltWords, nothing);
            expand(passphraseWords, nothing);
        }
        int[] text = words(MAGIC);
        for (int at = 0; at < text.length; at += 2) {
            left = text[at];
            right = text[at + 1];
            for (int i = 0; i < 64; i++) {
                encipher();
            }
            text[at] = left;
            text[at + 1] = right;
        }
        byte[] out = new byte[BLOCK];
        ByteBuffer buffer = ByteBuffer.wrap(out);
        for (int word : text) {
            buffer.putInt(Integer.reverseBytes(word));
        }
        return out;
    }

    /** Blowfish's key schedule, with a salt mixed into what is enciphered over and over. */
    private void expand(int[] key, int[] salt) {
        for (int i = 0; i < subkeys.length; i++) {
            subkeys[i] ^= key[i % key.length];
        }
        left = 0;
        right = 0;
        int at = fill(subkeys, salt, 0);
        fill(boxes, salt, at);
    }

    private int fill(int[] words, int[] salt, int start) {
        int at = start;
        for (int i = 0; i < words.length; i += 2) {
            left ^= salt[at++ % salt.length];
            right ^= salt[at++ % salt.length];
            encipher();
            words[i] = left;
            words[i + 1] = right;
        }
        return at;
    }

    private void encipher() {
        int l = left ^ subkeys[0];
        int r = right;
        for (int i = 1; i <= ROUNDS; i += 2) {
            r ^= mixed(l) ^ subkeys[i];
            l ^= mixed(r) ^ subkeys[i + 1];
        }
        left = r ^ subkeys[ROUNDS + 1];
        right = l;
    }

    private int mixed(int word) {
        int sum = boxes[word >>> 24] + boxes[256 + (word >>> 16 & 0xFF)];
        return (sum ^ boxes[512 + (word >>> 8 & 0xFF)]) + boxes[768 + (word & 0xFF)];
    }

    private static int[] words(byte[] bytes) {
        int[] words = new int[bytes.length / Integer.BYTES];
        ByteBuffer.wrap(bytes).asIntBuffer().get(words);
        return words;
    }

    /** By Machin's formula, in fixed point with some digits to spare. */
    private static int[] digitsOfPi(int words) {
        int bits = words * Integer.SIZE;
        int spare = Integer.SIZE;
        BigInteger one = BigInteger.ONE.shiftLeft(bits + spare);
        BigInteger quarter = arcTangentOfInverse(5, one).shiftLeft(2).subtract(arcTangentOfInverse(239, one));
        BigInteger fraction = quarter.shiftLeft(2).mod(one).shiftRight(spare);
        int[] digits = new int[words];
        for (int i = 0; i < words; i++) {
            digits[i] = fraction.shiftRight(bits - (i + 1) * Integer.SIZE).intValue();
        }
        return digits;
    }

    private static BigInteger arcTangentOfInverse(int number, BigInteger one) {
        BigInteger square = BigInteger.valueOf((long) number * number);
        BigInteger power = one.divide(BigInteger.valueOf(number));
        BigInteger sum = power;
        for (int n = 3; power.signum() > 0; n += 2) {
            power = power.divide(square);
            BigInteger term = power.divide(BigInteger.valueOf(n));
            sum = n % 4 == 1 ? sum.add(term) : sum.subtract(term);
        }
        return sum;
    }

    private static byte[] sha512(byte[] input) {
        try {
            return MessageDigest.getInstance("SHA-512").digest(input);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
