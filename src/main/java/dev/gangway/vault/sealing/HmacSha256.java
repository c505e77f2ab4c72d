package dev.gangway.vault.sealing;

import java.util.Arrays;
import javax.crypto.Mac;

/** HMAC-SHA-256 under one key. Safe for use by several threads. */
public final class HmacSha256 {
    /** Bytes of a hash. */
    public static final int BYTES = 32;

    private static final int SHORT_BYTES = 16;

    private final KeyBytes key;

    HmacSha256(KeyBytes key) {
        this.key = key;
    }

    /** The keyed hash of these parts: texts, byte arrays and longs. */
    public byte[] hash(Object... parts) {
        try {
            Mac mac = (Mac) key.mac().clone(); // spares the key set-up
            return mac.doFinal(LengthPrefixed.of(parts));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("HMAC-SHA-256 of the JDK can be cloned", e);
        }
    }

    /** Its first 16 bytes: enough to tell rows apart, and half the room in an index. */
    public byte[] shortHash(Object... parts) {
        return Arrays.copyOf(hash(parts), SHORT_BYTES);
    }
}
