package dev.gangway.vault.sqlite;

import dev.gangway.stored.StoredAs;
import dev.gangway.vault.mapping.RecordMapper;
import dev.gangway.vault.sealing.HmacSha256;
import dev.gangway.vault.sealing.SetDigest;
import dev.gangway.vault.sealing.VaultHeader;
import dev.gangway.vault.sealing.VaultKeys;
import java.util.Optional;

/**
 * What is true of all rows together: counters, the digest of the set of rows, the end of the audit chain. Sealed in the
 * file and bound to its header; changed with every transaction. Rows put back, taken out or cut off no longer fit it,
 * nor does an older header. Not safe for several threads.
 */
final class VaultIntegrity {
    private static final RecordMapper<Snapshot> MAPPER = RecordMapper.of(Snapshot.class);

    private VaultHeader header;
    private long revision;
    private long lastNumber;
    private final SetDigest members;
    private long entries;
    private byte[] chain;

    private record Snapshot(
            @StoredAs("revision") long revision,
            @StoredAs("lastNumber") long lastNumber,
            @StoredAs("members") byte[] members,
            @StoredAs("entries") long entries,
            @StoredAs("chain") byte[] chain) {}

    private VaultIntegrity(VaultHeader header, Snapshot from) {
        this.header = header;
        revision = from.revision();
        lastNumber = from.lastNumber();
        members = SetDigest.of(from.members());
        entries = from.entries();
        chain = from.chain();
    }

    /** Of an empty vault. */
    static VaultIntegrity empty(VaultHeader header) {
        return new VaultIntegrity(header, new Snapshot(0, 0, SetDigest.empty().value(), 0, new byte[HmacSha256.BYTES]));
    }

    /** As the file has it; empty where it is missing, damaged, or belongs to another header. */
    static Optional<VaultIntegrity> load(Connected connected, VaultKeys keys, VaultHeader header) {
        return connected
                .first("SELECT coalesce(sealed, x'') FROM state WHERE one = 1", row -> row.getBytes(1))
                .flatMap(bytes -> keys.state().open(bytes, "state", header.checksum()))
                .map(plain -> new VaultIntegrity(header, MAPPER.fromBytes(plain)));
    }

    void save(Connected connected, VaultKeys keys) {
        byte[] sealed = keys.state().seal(MAPPER.toBytes(snapshot()), "state", header.checksum());
        connected.run("REPLACE INTO state (one, sealed) VALUES (1, ?)", sealed);
    }

    /** An independent copy, to go back to. */
    VaultIntegrity copy() {
        return new VaultIntegrity(header, snapshot());
    }

    VaultHeader header() {
        return header;
    }

    void bindTo(VaultHeader changed) {
        header = changed;
    }

    long nextRevision() {
        return ++revision;
    }

    long nextNumber() {
        return ++lastNumber;
    }

    /** The highest number that a row was ever given. */
    long lastNumber() {
        return lastNumber;
    }

    /** The digest of all rows and look-ups, to be kept up to date. */
    SetDigest members() {
        return members;
    }

    /** How many entries the audit log has. */
    long entries() {
        return entries;
    }

    /** The chain after the newest entry. */
    byte[] chain() {
        return chain.clone();
    }

    void appended(byte[] newChain) {
        entries++;
        chain = newChain.clone();
    }

    private Snapshot snapshot() {
        return new Snapshot(revision, lastNumber, members.value(), entries, chain.clone());
    }
}
