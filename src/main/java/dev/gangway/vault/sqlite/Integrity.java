package dev.gangway.vault.sqlite;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.vault.VaultCode;
import dev.gangway.vault.sealing.SetDigest;
import dev.gangway.vault.sealing.VaultKeys;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Reads the whole file and opens every seal, so that damage is known before anyone works with what is left. Changes of
 * the audit log do not keep a vault shut: {@link SqliteAuditLog#firstBroken} tells of them.
 */
final class Integrity {
    private static final int PAGE = 2000;

    private Integrity() {}

    /** What is wrong with the file, where something is. */
    static Optional<Diagnosis> check(Handle handle, VaultKeys keys, Ledger ledger, Path file) {
        boolean sound = handle.createQuery("PRAGMA integrity_check(1)")
                .mapTo(String.class)
                .one()
                .equals("ok");
        if (!sound) {
            return Optional.of(Faults.damaged(file));
        }
        Optional<String> foreign = Schema.fault(handle);
        if (foreign.isPresent()) {
            return Optional.of(Faults.foreign(foreign.get(), file));
        }
        Items items = new Items(keys);
        SetDigest seen = SetDigest.empty();
        Optional<Diagnosis> broken = openAll(handle, items, seen, file);
        if (broken.isPresent()) {
            return broken;
        }
        handle.createQuery("SELECT value, item FROM lookup")
                .map((row, context) -> items.member(row.getBytes(1), row.getLong(2)))
                .forEach(seen::toggle);
        boolean asWritten = seen.matches(ledger.members())
                && noneBeyond(handle, "item", ledger.lastNumber())
                && noneBeyond(handle, "audit", ledger.entries());
        return asWritten
                ? Optional.empty()
                : Optional.of(Faults.about(VaultCode.ROWS_CHANGED, file)
                        .remedy("vault.restore-backup")
                        .build());
    }

    /** Whether all rows of a table have numbers that were given out. */
    private static boolean noneBeyond(Handle handle, String table, long last) {
        return handle.createQuery("SELECT count(*) FROM " + table + " WHERE number NOT BETWEEN 1 AND :last")
                        .bind("last", last)
                        .mapTo(long.class)
                        .one()
                == 0;
    }

    private static Optional<Diagnosis> openAll(Handle handle, Items items, SetDigest seen, Path file) {
        for (List<Items.Row> page = items.page(handle, 0, PAGE);
                !page.isEmpty();
                page = items.page(handle, page.getLast().number(), PAGE)) {
            for (Items.Row row : page) {
                Optional<byte[]> plain = items.open(row);
                if (plain.isEmpty()) {
                    return Optional.of(Faults.about(VaultCode.DAMAGED, file)
                            .fact("vault.damaged-row", "number", row.number())
                            .remedy("vault.restore-backup")
                            .build());
                }
                Arrays.fill(plain.get(), (byte) 0);
                seen.toggle(items.member(row));
            }
        }
        return Optional.empty();
    }
}
