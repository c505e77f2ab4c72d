package dev.gangway.pki.bouncycastle;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** The first bytes of formats that are not DER. */
final class Magic {
    /** The first bytes of a private key as ssh-keygen writes it. */
    static final byte[] OPENSSH = "openssh-key-v1\0".getBytes(StandardCharsets.US_ASCII);

    private Magic() {}

    static boolean startsWith(byte[] bytes, byte[] first) {
        return bytes.length >= first.length && Arrays.equals(bytes, 0, first.length, first, 0, first.length);
    }

    /** The first four bytes in hexadecimal: enough to name a format, too little to give anything away. */
    static String firstBytes(byte[] bytes) {
        return HexFormat.ofDelimiter(" ").formatHex(bytes, 0, Math.min(4, bytes.length));
    }
}
