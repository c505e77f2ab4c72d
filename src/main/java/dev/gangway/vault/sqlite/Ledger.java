package dev.gangway.vault.sqlite;

import dev.gangway.stored.StoredAs;
import dev.gangway.vault.mapping.RecordMapper;
import dev.gangway.vault.sealing.Hasher;
import dev.gangway.vault.sealing.Header;
import dev.gangway.vault.sealing.SetDigest;
import dev.gangway.vault.sealing.VaultKeys;
import java.util.Optional;

/**
 * What is true of all rows together: counters, the digest of the set of rows, the end of the audit chain. Sealed in the
 * file and bound to its header; changed with every transaction. Rows put back, taken out or cut off no longer fit it,
 * nor does an older header. Not safe for several threads.
 */
final class Ledger {
    private static final RecordMapper<Snapshot> MAPPER = RecordMapper.of(Snapshot.class);

    private Header header;
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

    private Ledger(Header header, Snapshot from) {
        this.header = header;
        revision = from.revision();
        lastNumber = from.lastNumber();
        members = SetDigest.of(from.members());
        entries = from.entries();
        chain = from.chain();
    }

    /** Of an empty vault. */
    static Ledger empty(Header header) {
        return new Ledger(header, new Snapshot(0, 0, SetDigest.empty().value(), 0, new byte[Hasher.BYTES]));
    }

    /** As the file has it; empty where it is missing, damaged, or belongs to another header. */
    static Optional<Ledger> load(Connected connected, VaultKeys keys, Header header) {
        return connected
                .first("SELECT coalesce(sealed, x'') FROM state WHERE one = 1", row -> row.getBytes(1))
                .flatMap(bytes -> keys.state().open(bytes, "state", header.checksum()))
                .map(plain -> new Ledger(header, MAPPER.fromBytes(plain)));
    }

    void save(Connected connected, VaultKeys keys) {
        byte[] sealed = keys.state().seal(MAPPER.toBytes(snapshot()), "state", header.checksum());
        connected.run("REPLACE INTO state (one, sealed) VALUES (1, ?)", sealed);
    }

    /** An independent copy, to go back to. */
    Ledger copy() {
        return new Ledger(header, snapshot());
    }

    Header header() {
        return header;
    }

    void bindTo(Header changed) {
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
