package dev.gangway.vault.sealing;

import java.security.MessageDigest;

/**
 * A digest of a set, kept up to date member by member: the XOR of a keyed hash of each. Whoever lacks the key can
 * neither compute a member's hash nor see the digest, so cannot change the set and leave the digest true. Not safe for
 * several threads.
 */
public final class SetDigest {
    private final byte[] value;

    private SetDigest(byte[] value) {
        this.value = value;
    }

    /** Of the empty set. */
    public static SetDigest empty() {
        return new SetDigest(new byte[HmacSha256.BYTES]);
    }

    /** One with this value. */
    public static SetDigest of(byte[] value) {
        return new SetDigest(value.clone());
    }

    /** Puts a member in, or takes it out again. */
    public void toggle(byte[] hash) {
        for (int i = 0; i < value.length; i++) {
            value[i] ^= hash[i];
        }
    }

    /** Its value now. */
    public byte[] value() {
        return value.clone();
    }

    /** Whether both are of the same set. */
    public boolean matches(SetDigest other) {
        return MessageDigest.isEqual(value, other.value);
    }
}
