package dev.gangway.vault.sqlite;

import dev.gangway.vault.sealing.VaultKeys;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The sealed rows and their look-ups, and the part that each plays in the digest of them all. */
final class Items {
    private static final String COLUMNS =
            "SELECT number, coalesce(shelf, x''), coalesce(id, x''), revision, coalesce(sealed, x'') FROM item ";
    private static final RowMapper<Row> ROW = (row, context) ->
            new Row(row.getLong(1), row.getBytes(2), row.getBytes(3), row.getLong(4), row.getBytes(5));

    private final VaultKeys keys;

    Items(VaultKeys keys) {
        this.keys = keys;
    }

    /** A row as it is in the file. */
    record Row(long number, byte[] shelf, byte[] id, long revision, byte[] sealed) {}

    /** Where a value belongs, as hashes. */
    record Place(byte[] shelf, byte[] id, List<byte[]> lookups) {}

    Optional<Row> get(Handle handle, byte[] shelf, byte[] id) {
        return handle.createQuery(COLUMNS + "WHERE shelf = :shelf AND id = :id")
                .bind("shelf", shelf)
                .bind("id", id)
                .map(ROW)
                .findOne();
    }

    List<Row> find(Handle handle, byte[] lookup) {
        return handle.createQuery(
                        COLUMNS + "WHERE number IN (SELECT item FROM lookup WHERE value = :value) ORDER BY number")
                .bind("value", lookup)
                .map(ROW)
                .list();
    }

    /** The next rows of a shelf. */
    List<Row> page(Handle handle, byte[] shelf, long after, int limit) {
        return handle.createQuery(COLUMNS + "WHERE shelf = :shelf AND number > :after ORDER BY number LIMIT :limit")
                .bind("shelf", shelf)
                .bind("after", after)
                .bind("limit", limit)
                .map(ROW)
                .list();
    }

    /** The next rows of all shelves. */
    List<Row> page(Handle handle, long after, int limit) {
        return handle.createQuery(COLUMNS + "WHERE number > :after ORDER BY number LIMIT :limit")
                .bind("after", after)
                .bind("limit", limit)
                .map(ROW)
                .list();
    }

    long count(Handle handle, byte[] shelf) {
        return handle.createQuery("SELECT count(*) FROM item WHERE shelf = :shelf")
                .bind("shelf", shelf)
                .mapTo(long.class)
                .one();
    }

    void put(Handle handle, Ledger ledger, Place place, byte[] plain) {
        Optional<Row> old = get(handle, place.shelf(), place.id());
        old.ifPresent(row -> forget(handle, ledger, row));
        long number = old.map(Row::number).orElseGet(ledger::nextNumber);
        long revision = ledger.nextRevision();
        byte[] sealed = keys.rows().seal(plain, place.shelf(), place.id(), revision);
        Row row = new Row(number, place.shelf(), place.id(), revision, sealed);
        if (old.isPresent()) {
            handle.execute("UPDATE item SET revision = ?, sealed = ? WHERE number = ?", revision, sealed, number);
        } else {
            handle.execute("INSERT INTO item VALUES (?, ?, ?, ?, ?)", number, row.shelf(), row.id(), revision, sealed);
        }
        ledger.members().toggle(member(row));
        for (byte[] lookup : place.lookups()) {
            handle.execute("INSERT INTO lookup VALUES (?, ?)", lookup, number);
            ledger.members().toggle(member(lookup, number));
        }
    }

    void remove(Handle handle, Ledger ledger, byte[] shelf, byte[] id) {
        get(handle, shelf, id).ifPresent(row -> {
            forget(handle, ledger, row);
            handle.execute("DELETE FROM item WHERE number = ?", row.number());
        });
    }

    /** The content, for the caller to wipe; empty where the row is not as it was sealed. */
    Optional<byte[]> open(Row row) {
        return keys.rows().open(row.sealed(), row.shelf(), row.id(), row.revision());
    }

    /** What the row adds to the digest. */
    byte[] member(Row row) {
        return keys.members().hash("item", row.number(), row.shelf(), row.id(), row.revision());
    }

    /** What a look-up adds to the digest. */
    byte[] member(byte[] lookup, long item) {
        return keys.members().hash("lookup", lookup, item);
    }

    /** Takes a row's look-ups away, and both out of the digest. */
    private void forget(Handle handle, Ledger ledger, Row row) {
        ledger.members().toggle(member(row));
        handle.createQuery("SELECT value FROM lookup WHERE item = :item")
                .bind("item", row.number())
                .mapTo(byte[].class)
                .forEach(lookup -> ledger.members().toggle(member(lookup, row.number())));
        handle.execute("DELETE FROM lookup WHERE item = ?", row.number());
    }
}
