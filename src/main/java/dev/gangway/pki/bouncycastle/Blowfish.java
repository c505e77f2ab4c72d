package dev.gangway.pki.bouncycastle;

import java.math.BigInteger;

/**
 * Blowfish with the salted key schedule of bcrypt (Provos and Mazières, "A Future-Adaptable Password Scheme", 1999), which
 * the ciphers of JDK and Bouncy Castle do not let in. Without a salt it is Blowfish itself, so that a test can hold it
 * against the JDK's. One instance is for one thread.
 */
final class Blowfish {
    private static final int ROUNDS = 16;
    private static final int BOXES = 4 * 256;

    /** Blowfish begins with the binary digits of pi behind its point: 18 words of subkeys, then four boxes. */
    private static final int[] PI = digitsOfPi(ROUNDS + 2 + BOXES);

    private final int[] subkeys = new int[ROUNDS + 2];
    private final int[] boxes = new int[BOXES];
    private int left;
    private int right;

    /** Without a key yet. */
    Blowfish() {
        System.arraycopy(PI, 0, subkeys, 0, subkeys.length);
        System.arraycopy(PI, subkeys.length, boxes, 0, boxes.length);
    }

    /**
     * Blowfish's key schedule, with a salt mixed into what is enciphered over and over.
     *
     * @param key big-endian words, taken again and again
     * @param salt the same; a single zero for none
     */
    void expand(int[] key, int[] salt) {
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

    /** Enciphers the two words of a block in their places. */
    void encipher(int[] words, int at) {
        left = words[at];
        right = words[at + 1];
        encipher();
        words[at] = left;
        words[at + 1] = right;
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
}
