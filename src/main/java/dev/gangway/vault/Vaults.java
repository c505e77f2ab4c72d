package dev.gangway.vault;

import dev.gangway.diagnosis.Outcome;
import dev.gangway.secret.Secret;
import java.nio.file.Path;

/** Creates and unlocks vault files. Both take about a second on purpose (Argon2id): call them off the UI thread. */
public interface Vaults {
    /** Fewest characters of a new passphrase (NIST SP 800-63B-4, section 3.1.1.2: where it is the only factor). */
    int PASSPHRASE_CHARACTERS = 15;

    /** Whether there is a vault file here. */
    boolean exists(Path file);

    /** Creates a vault; fails where a file exists already or the passphrase is too weak. */
    Outcome<Vault> create(Path file, Secret passphrase, String actor);

    /**
     * Unlocks a vault; fails with different diagnoses for a wrong passphrase, a damaged file, a file of a newer
     * program, no file, and a file that another process has open.
     */
    Outcome<Vault> unlock(Path file, Secret passphrase, String actor);

    /** What can be told without unlocking; fails where there is no vault. */
    Outcome<VaultInfo> inspect(Path file);
}
