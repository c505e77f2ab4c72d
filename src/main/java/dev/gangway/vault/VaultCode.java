package dev.gangway.vault;

import dev.gangway.diagnosis.Code;

/** What can go wrong with a vault. */
public enum VaultCode implements Code {
    /** The key that the passphrase yields does not open the vault. */
    WRONG_PASSPHRASE,
    /** Bytes of the file are not what was written. */
    DAMAGED,
    /** Each row is sound, but rows were taken out, put back or moved by another program. */
    ROWS_CHANGED,
    /** Written by a newer program. */
    NEWER_VERSION,
    /** Some other file. */
    NOT_A_VAULT,
    /** No file. */
    MISSING,
    /** Another process has it open. */
    IN_USE,
    /** A file is where one was to be created. */
    ALREADY_EXISTS,
    /** Under fifteen characters. */
    PASSPHRASE_TOO_SHORT,
    /** Long enough, but made of very few different characters. */
    PASSPHRASE_TOO_SIMPLE,
    /** The operating system does not let us read or write here. */
    NO_ACCESS,
    /** The file system takes no changes. */
    READ_ONLY,
    /** SQLite's native library can be put nowhere. */
    NO_LIBRARY,
    /** No space is left. */
    DISK_FULL,
    /** Reading or writing failed. */
    DISK_FAILED;

    @Override
    public String family() {
        return "vault";
    }
}
