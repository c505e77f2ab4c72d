package dev.gangway.vault;

/** An unlocked vault. Safe for use by several threads. */
public interface Vault extends AutoCloseable {
    /** Everything of this kind. */
    <T> Shelf<T> shelf(Kind<T> kind);

    /** Runs several changes in one transaction: all of them are on disk when it returns, or none. */
    void atomically(Runnable changes);

    /** The record of who did what. */
    AuditLog audit();

    /** Locks the vault: wipes its keys, closes its file. Waits for a running transaction. */
    @Override
    void close();
}
