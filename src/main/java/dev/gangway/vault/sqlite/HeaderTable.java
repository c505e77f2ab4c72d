package dev.gangway.vault.sqlite;

import dev.gangway.vault.sealing.Argon2Cost;
import dev.gangway.vault.sealing.Header;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultSetException;

/** The one row that can be read without a key. */
final class HeaderTable {
    private HeaderTable() {}

    /** The header; empty where it is missing or damaged. */
    static Optional<Header> read(Handle handle) {
        boolean there = handle.createQuery("SELECT count(*) FROM sqlite_schema WHERE name = 'header'")
                        .mapTo(int.class)
                        .one()
                == 1;
        if (!there) {
            return Optional.empty();
        }
        try {
            return handle.createQuery("SELECT memory_kib, passes, lanes, salt, wrapped_key, checksum FROM header")
                    .map((row, context) -> new Header(
                            new Argon2Cost(row.getInt(1), row.getInt(2), row.getInt(3)),
                            row.getBytes(4),
                            row.getBytes(5),
                            row.getBytes(6)))
                    .findOne()
                    .filter(Header::isSound);
        } catch (IllegalArgumentException | ResultSetException e) {
            return Optional.empty(); // numbers out of their range
        }
    }

    static void write(Handle handle, Header header) {
        handle.execute(
                "REPLACE INTO header (one, memory_kib, passes, lanes, salt, wrapped_key, checksum)"
                        + " VALUES (1, ?, ?, ?, ?, ?, ?)",
                header.cost().memoryKib(),
                header.cost().passes(),
                header.cost().lanes(),
                header.salt(),
                header.wrappedKey(),
                header.checksum());
    }
}
