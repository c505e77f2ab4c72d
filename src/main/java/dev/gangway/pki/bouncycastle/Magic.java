package dev.gangway.pki.bouncycastle;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** The first bytes of formats that are not DER. */
final class Magic {
    /** The first bytes of a private key as ssh-keygen writes it. */
    static final byte[] OPENSSH = "openssh-key-v1\0".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] JKS = {(byte) 0xFE, (byte) 0xED, (byte) 0xFE, (byte) 0xED};
    private static final byte[] JCEKS = {(byte) 0xCE, (byte) 0xCE, (byte) 0xCE, (byte) 0xCE};

    private Magic() {}

    static boolean isJks(byte[] bytes) {
        return startsWith(bytes, JKS);
    }

    static boolean isJceks(byte[] bytes) {
        return startsWith(bytes, JCEKS);
    }

    static boolean isKeyStore(byte[] bytes) {
        return isJks(bytes) || isJceks(bytes);
    }

    static boolean startsWith(byte[] bytes, byte[] first) {
        return bytes.length >= first.length && Arrays.equals(bytes, 0, first.length, first, 0, first.length);
    }

    /** The first four bytes in hexadecimal: enough to name a format, too little to give anything away. */
    static String firstBytes(byte[] bytes) {
        return HexFormat.ofDelimiter(" ").formatHex(bytes, 0, Math.min(4, bytes.length));
    }
}
