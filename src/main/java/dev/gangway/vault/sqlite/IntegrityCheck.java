package dev.gangway.vault.sqlite;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.vault.VaultCode;
import dev.gangway.vault.sealing.SetDigest;
import dev.gangway.vault.sealing.VaultKeys;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads the whole file and opens every seal, so that damage is known before anyone works with what is left. Changes of
 * the audit log do not keep a vault shut: {@link SqliteAuditLog#firstBroken} tells of them.
 */
final class IntegrityCheck {
    private static final int PAGE = 2000;

    private IntegrityCheck() {}

    /** What is wrong with the file, where something is. */
    static Optional<Diagnosis> check(Connected connected, VaultKeys keys, VaultIntegrity integrity, Path file) {
        boolean sound = connected
                .first("PRAGMA integrity_check(1)", row -> row.getString(1))
                .equals(Optional.of("ok"));
        if (!sound) {
            return Optional.of(SqliteErrors.damaged(file));
        }
        Optional<String> foreign = Schema.fault(connected);
        if (foreign.isPresent()) {
            return Optional.of(SqliteErrors.foreign(foreign.get(), file));
        }
        Items items = new Items(keys);
        SetDigest seen = SetDigest.empty();
        Optional<Diagnosis> broken = openAll(connected, items, seen, file);
        if (broken.isPresent()) {
            return broken;
        }
        addLookups(connected, items, seen);
        boolean asWritten = seen.matches(integrity.members())
                && noneBeyond(connected, "item", integrity.lastNumber())
                && noneBeyond(connected, "audit", integrity.entries());
        return asWritten
                ? Optional.empty()
                : Optional.of(SqliteErrors.about(VaultCode.ROWS_CHANGED, file)
                        .remedy("vault.restore-backup")
                        .build());
    }

    /** Whether all rows of a table have numbers that were given out. */
    private static boolean noneBeyond(Connected connected, String table, long last) {
        return connected.number("SELECT count(*) FROM " + table + " WHERE number NOT BETWEEN 1 AND ?", last) == 0;
    }

    /** Opens every row, on as many threads as the machine has; what is read is wiped at once. */
    private static Optional<Diagnosis> openAll(Connected connected, Items items, SetDigest seen, Path file) {
        for (List<Items.Row> page = items.page(connected, 0, PAGE);
                !page.isEmpty();
                page = items.page(connected, page.getLast().number(), PAGE)) {
            Optional<Items.Row> broken =
                    page.parallelStream().filter(row -> !opens(items, row)).findFirst();
            if (broken.isPresent()) {
                return Optional.of(SqliteErrors.about(VaultCode.DAMAGED, file)
                        .fact("vault.damaged-row", "number", broken.get().number())
                        .remedy("vault.restore-backup")
                        .build());
            }
            page.parallelStream().map(items::member).toList().forEach(seen::toggle);
        }
        return Optional.empty();
    }

    private static boolean opens(Items items, Items.Row row) {
        Optional<byte[]> plain = items.open(row);
        plain.ifPresent(bytes -> Arrays.fill(bytes, (byte) 0));
        return plain.isPresent();
    }

    private static void addLookups(Connected connected, Items items, SetDigest seen) {
        List<Lookup> page = new ArrayList<>(PAGE);
        Runnable add = () -> {
            page.parallelStream()
                    .map(lookup -> items.member(lookup.value(), lookup.item()))
                    .toList()
                    .forEach(seen::toggle);
            page.clear();
        };
        connected.each(
                "SELECT coalesce(value, x''), item FROM lookup",
                row -> new Lookup(row.getBytes(1), row.getLong(2)),
                lookup -> {
                    page.add(lookup);
                    if (page.size() == PAGE) {
                        add.run();
                    }
                });
        add.run();
    }

    private record Lookup(byte[] value, long item) {}
}
