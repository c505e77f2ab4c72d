package dev.gangway.vault.sqlite;

import dev.gangway.vault.sealing.Argon2Cost;
import dev.gangway.vault.sealing.VaultHeader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;

/** The one row that can be read without a key. */
final class HeaderTable {
    private HeaderTable() {}

    /** The header; empty where it is missing or damaged. */
    static Optional<VaultHeader> read(Connected connected) {
        return connected
                .first(
                        "SELECT memory_kib, passes, lanes, salt, wrapped_key, checksum FROM header WHERE one = 1",
                        HeaderTable::header)
                .flatMap(Function.identity())
                .filter(VaultHeader::isSound);
    }

    private static Optional<VaultHeader> header(ResultSet row) throws SQLException {
        byte[] salt = row.getBytes(4);
        byte[] wrappedKey = row.getBytes(5);
        byte[] checksum = row.getBytes(6);
        int memoryKib = row.getInt(1);
        int passes = row.getInt(2);
        int lanes = row.getInt(3);
        return salt == null
                        || wrappedKey == null
                        || checksum == null
                        || !Argon2Cost.isBearable(memoryKib, passes, lanes)
                ? Optional.empty()
                : Optional.of(new VaultHeader(new Argon2Cost(memoryKib, passes, lanes), salt, wrappedKey, checksum));
    }

    static void write(Connected connected, VaultHeader header) {
        connected.run(
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
