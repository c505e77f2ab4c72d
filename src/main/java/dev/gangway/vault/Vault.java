package dev.gangway.vault;

import dev.gangway.diagnosis.Outcome;
import dev.gangway.secret.Secret;
import java.nio.file.Path;

/**
 * An unlocked vault. Safe for use by several threads. Where the disk fails or the file was changed by another program,
 * calls throw {@link VaultException}.
 */
public interface Vault extends AutoCloseable {
    /** Everything of this kind. */
    <T> Repository<T> repository(RecordType<T> recordType);

    /** Runs several changes in one transaction: all of them are on disk when it returns, or none. */
    void atomically(Runnable changes);

    /** The record of who did what. */
    AuditLog audit();

    /**
     * Seals the vault with another passphrase; takes about two seconds. Fails where the current one is wrong or the new
     * one too weak; the vault is then unchanged.
     */
    Outcome<Outcome.Done> changePassphrase(Secret current, Secret fresh);

    /** Whether this is the passphrase that the vault opens with; takes about a second, and fails where it is not. */
    Outcome<Outcome.Done> confirm(Secret passphrase);

    /**
     * Writes a consistent copy, which opens with the same passphrase, and checks it by reading it back. Others wait while
     * it is written, not while it is read. Fails where {@code target} exists; nothing is left of a copy that failed.
     */
    Outcome<Outcome.Done> backup(Path target);

    /** Locks the vault: wipes its keys, closes its file. Waits for a running transaction. */
    @Override
    void close();
}
