package dev.gangway.vault.sealing;

import dev.gangway.secret.Secret;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a vault shows of itself: how its data key is wrapped.
 *
 * @param cost of Argon2id
 * @param salt of Argon2id, 16 bytes
 * @param wrappedKey the data key, sealed with the key that the passphrase yields
 * @param checksum SHA-256 of the rest; tells a damaged header from a wrong passphrase
 */
public record VaultHeader(Argon2Cost cost, byte[] salt, byte[] wrappedKey, byte[] checksum) {
    /** Wraps a data key with a passphrase; takes as long as the cost says. */
    public static VaultHeader wrap(byte[] dataKey, Secret passphrase, Argon2Cost cost, SecureRandom random) {
        byte[] salt = new byte[Passphrase.SALT_BYTES];
        random.nextBytes(salt);
        KeyBytes wrapping = Passphrase.stretch(passphrase, cost, salt);
        try {
            byte[] wrapped = new AesGcm(wrapping, random).seal(dataKey, context(cost, salt));
            return new VaultHeader(cost, salt, wrapped, checksum(cost, salt, wrapped));
        } finally {
            wrapping.destroy();
        }
    }

    /** Whether it is as it was written. */
    public boolean isSound() {
        return MessageDigest.isEqual(checksum, checksum(cost, salt, wrappedKey));
    }

    /** The data key, for the caller to wipe; empty where the passphrase is wrong. Takes as long as the cost says. */
    public Optional<byte[]> unwrap(Secret passphrase, SecureRandom random) {
        KeyBytes wrapping = Passphrase.stretch(passphrase, cost, salt);
        try {
            return new AesGcm(wrapping, random).open(wrappedKey, context(cost, salt));
        } finally {
            wrapping.destroy();
        }
    }

    private static Object[] context(Argon2Cost cost, byte[] salt) {
        return new Object[] {
            "gangway header 1", (long) cost.memoryKib(), (long) cost.passes(), (long) cost.lanes(), salt
        };
    }

    private static byte[] checksum(Argon2Cost cost, byte[] salt, byte[] wrappedKey) {
        try {
            Object[] context = context(cost, salt);
            Object[] all = Arrays.copyOf(context, context.length + 1);
            all[context.length] = wrappedKey;
            return MessageDigest.getInstance("SHA-256").digest(LengthPrefixed.of(all));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
