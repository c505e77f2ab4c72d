package dev.gangway.pki.reading;

import java.nio.ByteBuffer;

/** The first bytes of key stores that are not DER: Java's JKS and JCEKS, and Bouncy Castle's BKS and UBER. */
public final class KeyStoreMagic {
    private static final int JKS = 0xFEEDFEED;
    private static final int JCEKS = 0xCECECECE;
    private static final int SALT = 20;
    private static final int HEADER = 12 + SALT;

    private KeyStoreMagic() {}

    /** Whether it begins as one of the four. */
    public static boolean isKeyStore(byte[] bytes) {
        return isJks(bytes) || isJceks(bytes) || isBouncyCastle(bytes);
    }

    /** Java's oldest. */
    public static boolean isJks(byte[] bytes) {
        return bytes.length >= 12 && ByteBuffer.wrap(bytes).getInt() == JKS;
    }

    /** Java's with triple DES. */
    public static boolean isJceks(byte[] bytes) {
        return bytes.length >= 12 && ByteBuffer.wrap(bytes).getInt() == JCEKS;
    }

    /** BKS, as Android takes it, or UBER, which begins in the same way: version up to 2, 20 bytes of salt, iterations. */
    public static boolean isBouncyCastle(byte[] bytes) {
        if (bytes.length < HEADER + SALT) {
            return false;
        }
        ByteBuffer header = ByteBuffer.wrap(bytes);
        int version = header.getInt();
        return version >= 0 && version <= 2 && header.getInt() == SALT && header.getInt(8 + SALT) > 0;
    }
}
