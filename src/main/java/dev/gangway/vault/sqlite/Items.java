package dev.gangway.vault.sqlite;

import dev.gangway.vault.sealing.AesGcm;
import dev.gangway.vault.sealing.HmacSha256;
import dev.gangway.vault.sealing.VaultKeys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The sealed rows and their look-ups, and the part that each plays in the digest of them all. */
final class Items {
    private static final String COLUMNS =
            "SELECT number, coalesce(shelf, x''), coalesce(id, x''), revision, coalesce(sealed, x'') FROM item ";

    private final AesGcm rows;
    private final HmacSha256 members;

    Items(VaultKeys keys) {
        rows = keys.rows();
        members = keys.members();
    }

    /** A row as it is in the file. */
    record Row(long number, byte[] recordType, byte[] id, long revision, byte[] sealed) {}

    /** Where a value belongs, as hashes. */
    record Place(byte[] recordType, byte[] id, List<byte[]> lookups) {}

    Optional<Row> get(Connected connected, byte[] shelf, byte[] id) {
        return connected.first(COLUMNS + "WHERE shelf = ? AND id = ?", Items::row, shelf, id);
    }

    List<Row> find(Connected connected, byte[] lookup) {
        return connected.list(
                COLUMNS + "WHERE number IN (SELECT item FROM lookup WHERE value = ?) ORDER BY number",
                Items::row,
                lookup);
    }

    /** The next rows of a shelf. */
    List<Row> page(Connected connected, byte[] shelf, long after, int limit) {
        return connected.list(
                COLUMNS + "WHERE shelf = ? AND number > ? ORDER BY number LIMIT ?", Items::row, shelf, after, limit);
    }

    /** The next rows of all shelves. */
    List<Row> page(Connected connected, long after, int limit) {
        return connected.list(COLUMNS + "WHERE number > ? ORDER BY number LIMIT ?", Items::row, after, limit);
    }

    /** Of all rows of a shelf that share a look-up, the one with the highest number. */
    List<Row> lastOfEachKey(Connected connected, byte[] shelf) {
        return connected.list(
                COLUMNS + "WHERE number IN (SELECT max(l.item) FROM lookup l JOIN item i ON i.number = l.item"
                        + " WHERE i.shelf = ? GROUP BY l.value) ORDER BY number",
                Items::row,
                shelf);
    }

    long count(Connected connected, byte[] shelf) {
        return connected.number("SELECT count(*) FROM item WHERE shelf = ?", shelf);
    }

    void put(Connected connected, VaultIntegrity integrity, Place place, byte[] plain) {
        Optional<Row> old = get(connected, place.recordType(), place.id());
        old.ifPresent(row -> forget(connected, integrity, row));
        long number = old.map(Row::number).orElseGet(integrity::nextNumber);
        long revision = integrity.nextRevision();
        byte[] sealed = rows.seal(plain, place.recordType(), place.id(), revision);
        Row row = new Row(number, place.recordType(), place.id(), revision, sealed);
        if (old.isPresent()) {
            connected.run("UPDATE item SET revision = ?, sealed = ? WHERE number = ?", revision, sealed, number);
        } else {
            connected.run(
                    "INSERT INTO item VALUES (?, ?, ?, ?, ?)", number, row.recordType(), row.id(), revision, sealed);
        }
        integrity.members().toggle(member(row));
        for (byte[] lookup : place.lookups()) {
            connected.run("INSERT INTO lookup VALUES (?, ?)", lookup, number);
            integrity.members().toggle(member(lookup, number));
        }
    }

    void remove(Connected connected, VaultIntegrity integrity, byte[] shelf, byte[] id) {
        get(connected, shelf, id).ifPresent(row -> {
            forget(connected, integrity, row);
            connected.run("DELETE FROM item WHERE number = ?", row.number());
        });
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getLong(1), row.getBytes(2), row.getBytes(3), row.getLong(4), row.getBytes(5));
    }

    /** The content, for the caller to wipe; empty where the row is not as it was sealed. */
    Optional<byte[]> open(Row row) {
        return rows.open(row.sealed(), row.recordType(), row.id(), row.revision());
    }

    /** What the row adds to the digest. */
    byte[] member(Row row) {
        return members.hash("item", row.number(), row.recordType(), row.id(), row.revision());
    }

    /** What a look-up adds to the digest. */
    byte[] member(byte[] lookup, long item) {
        return members.hash("lookup", lookup, item);
    }

    /** Takes a row's look-ups away, and both out of the digest. */
    private void forget(Connected connected, VaultIntegrity integrity, Row row) {
        integrity.members().toggle(member(row));
        connected
                .list("SELECT value FROM lookup WHERE item = ?", found -> found.getBytes(1), row.number())
                .forEach(lookup -> integrity.members().toggle(member(lookup, row.number())));
        connected.run("DELETE FROM lookup WHERE item = ?", row.number());
    }
}
