package dev.gangway.vault;

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
