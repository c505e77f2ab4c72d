package dev.gangway.vault.sealing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * The keys of an unlocked vault, one for each use, expanded from its data key with HKDF-SHA-256 (RFC 5869). After
 * {@link #close} every use throws {@link dev.gangway.vault.VaultLockedException}.
 */
public final class VaultKeys implements AutoCloseable {
    /** Bytes of the data key. */
    public static final int DATA_KEY_BYTES = 32;

    private final KeyBytes rows;
    private final KeyBytes state;
    private final KeyBytes names;
    private final KeyBytes members;
    private final KeyBytes chain;
    private final SecureRandom random;

    /** Derives them; the caller wipes {@code dataKey}. */
    public VaultKeys(byte[] dataKey, SecureRandom random) {
        KeyBytes root = new KeyBytes("HKDF", dataKey.clone());
        try {
            rows = expand(root, "AES", "gangway rows 1");
            state = expand(root, "AES", "gangway state 1");
            names = expand(root, "HmacSHA256", "gangway names 1");
            members = expand(root, "HmacSHA256", "gangway members 1");
            chain = expand(root, "HmacSHA256", "gangway chain 1");
        } finally {
            root.destroy();
        }
        this.random = random;
    }

    /** Seals the content of rows and audit entries. */
    public AesGcm rows() {
        return new AesGcm(rows, random);
    }

    /** Seals what is known of the vault as a whole. */
    public AesGcm state() {
        return new AesGcm(state, random);
    }

    /** Hashes kinds, ids, look-up keys and subjects, so that rows are found without being opened. */
    public HmacSha256 names() {
        return new HmacSha256(names);
    }

    /** Hashes the members of the set of all rows. */
    public HmacSha256 members() {
        return new HmacSha256(members);
    }

    /** Chains the audit log. */
    public HmacSha256 chain() {
        return new HmacSha256(chain);
    }

    /** Wipes them. */
    @Override
    public void close() {
        List.of(rows, state, names, members, chain).forEach(KeyBytes::destroy);
    }

    private static KeyBytes expand(SecretKey root, String algorithm, String use) {
        try {
            byte[] key = KDF.getInstance("HKDF-SHA256")
                    .deriveData(
                            HKDFParameterSpec.expandOnly(root, use.getBytes(StandardCharsets.UTF_8), DATA_KEY_BYTES));
            return new KeyBytes(algorithm, key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HKDF is part of JDK 25", e);
        }
    }
}
