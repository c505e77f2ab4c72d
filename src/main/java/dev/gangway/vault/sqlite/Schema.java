package dev.gangway.vault.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the tables of a vault are, to the letter. A trigger, a view or an index that somebody put in could change rows
 * under our hands, and the digest of all rows does not cover it; so anything else is refused.
 */
final class Schema {
    private static final Map<String, String> EXPECTED = expected();

    private Schema() {}

    /** The name of the first thing that is missing, added or changed, where there is one. */
    static Optional<String> fault(Connected connected) {
        Map<String, String> found = new LinkedHashMap<>();
        connected.each(
                "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name",
                row -> Map.entry(
                        row.getString(1) + " " + row.getString(2) + " " + row.getString(3),
                        Optional.ofNullable(row.getString(4)).orElse("")),
                each -> found.merge(each.getKey(), each.getValue(), String::concat));
        return EXPECTED.entrySet().stream()
                .filter(each -> !each.getValue().equals(found.get(each.getKey())))
                .map(Map.Entry::getKey)
                .findFirst()
                .or(() -> found.keySet().stream()
                        .filter(name -> !EXPECTED.containsKey(name))
                        .findFirst());
    }

    /** Makes the tables in an empty file, as Flyway would with all migrations so far, and notes them for it. */
    static void create(Connected connected) {
        connected.transaction(() -> {
            for (String kind : new String[] {"table ", "index "}) {
                EXPECTED.forEach((name, text) -> {
                    if (name.startsWith(kind) && !text.isEmpty()) {
                        connected.run(text);
                    }
                });
            }
            connected.run(
                    "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum,"
                            + " installed_by, execution_time, success) VALUES (1, '1', 'rows and log', 'SQL',"
                            + " 'V1__rows_and_log.sql', 908455240, 'gangway', 0, 1)");
            connected.run("PRAGMA application_id = " + Database.APPLICATION_ID);
            connected.run("PRAGMA user_version = " + Database.VERSION);
        });
    }

    /** From the text of the version that this program writes: a line "-- type name table", then the statement. */
    private static Map<String, String> expected() {
        Map<String, String> expected = new LinkedHashMap<>();
        try (InputStream in = Schema.class.getResourceAsStream("schema/" + Database.VERSION + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("no schema of version " + Database.VERSION);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String each : text.substring("-- ".length()).split("\n-- ")) {
                String[] parts = each.split("\n", 2);
                expected.put(parts[0], parts.length == 2 ? parts[1].stripTrailing() : "");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(expected);
    }
}
