package dev.gangway.vault;

import dev.gangway.secret.Secret;
import dev.gangway.vault.sealing.Argon2Cost;
import dev.gangway.vault.sqlite.SqliteVaults;
import java.nio.file.Path;

/** Real vaults for tests, whose passphrases cost next to nothing to try. */
public final class TestVaults {
    /** A passphrase that is good enough. */
    public static final String PASSPHRASE = "five words make a vault";

    private TestVaults() {}

    /** Vaults with cheap passphrases. */
    public static SqliteVaults cheap() {
        return new SqliteVaults(() -> new Argon2Cost(64, 1, 1));
    }

    /** A fresh vault in this file. */
    public static Vault create(Path file) {
        return cheap().create(file, Secret.of(PASSPHRASE), "tester").orThrow();
    }

    /** The vault in this file. */
    public static Vault unlock(Path file) {
        return cheap().unlock(file, Secret.of(PASSPHRASE), "tester").orThrow();
    }
}
