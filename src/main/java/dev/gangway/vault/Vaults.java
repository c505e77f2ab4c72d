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

    /**
     * What can be told of a vault without its passphrase.
     *
     * @param version of the file's format
     * @param bytes size of the file
     * @param inUse whether a process has it open
     * @param memoryKib memory that Argon2id takes to unlock it, in KiB
     * @param passes of Argon2id over that memory
     * @param lanes of Argon2id
     */
    public record VaultInfo(int version, long bytes, boolean inUse, int memoryKib, int passes, int lanes) {}
}
