package dev.gangway.vault.sealing;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/** HMAC-SHA-256 under one key. Safe for use by several threads. */
public final class Hasher {
    /** Bytes of a hash. */
    public static final int BYTES = 32;

    private static final int SHORT_BYTES = 16;

    private final SecretKey key;

    Hasher(SecretKey key) {
        this.key = key;
    }

    /** The keyed hash of these parts: texts, byte arrays and longs. */
    public byte[] hash(Object... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(Frame.of(parts));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is part of every JDK", e);
        }
    }

    /** Its first 16 bytes: enough to tell rows apart, and half the room in an index. */
    public byte[] shortHash(Object... parts) {
        return Arrays.copyOf(hash(parts), SHORT_BYTES);
    }
}
