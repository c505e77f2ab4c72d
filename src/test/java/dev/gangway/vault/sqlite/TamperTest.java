package dev.gangway.vault.sqlite;

import static dev.gangway.vault.Samples.DEVICES;
import static dev.gangway.vault.Samples.device;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.device.Device;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.secret.Secret;
import dev.gangway.vault.TestVaults;
import dev.gangway.vault.Vault;
import dev.gangway.vault.VaultCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Another program changes the file; what it does is noticed at the next unlocking. */
class TamperTest {
    @TempDir
    private Path folder;

    private Path file;
    private Path older;

    @BeforeEach
    void aVaultAndAnOlderCopyOfIt() throws Exception {
        file = folder.resolve("my.gangway");
        older = folder.resolve("older.gangway");
        Device pump = device("pump", "first token");
        try (Vault vault = TestVaults.create(file)) {
            vault.repository(DEVICES).putAll(List.of(pump, device("valve", "second token")));
            vault.audit().append("device.created", "pump", Map.of());
        }
        Files.copy(file, older);
        try (Vault vault = TestVaults.unlock(file)) {
            vault.repository(DEVICES)
                    .put(pump.withCredential(device("x", "changed token").credential()));
            vault.audit().append("device.changed", "pump", Map.of());
        }
    }

    @Test
    void everyFlippedByteOfARowIsNoticed() throws Exception {
        for (String column : List.of("shelf", "id", "sealed")) {
            byte[] sound = blob(file, "SELECT " + column + " FROM item WHERE number = 1");
            for (int at = 0; at < sound.length; at += 3) {
                byte[] flipped = sound.clone();
                flipped[at] ^= 0x40;
                Path copy = copy();
                update(copy, "UPDATE item SET " + column + " = ? WHERE number = 1", flipped);
                assertThat(unlock(copy)).as(column + " " + at).hasValue(VaultCode.DAMAGED.id());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE item SET revision = revision + 1 WHERE number = 1",
                "UPDATE item SET sealed = (SELECT sealed FROM item WHERE number = 2) WHERE number = 1",
                "UPDATE state SET sealed = zeroblob(100)",
                "DELETE FROM state",
                "DROP INDEX item_order; CREATE INDEX item_order ON item (number); PRAGMA writable_schema = ON;"
                        + " UPDATE sqlite_schema SET sql = 'CREATE INDEX item_order ON item (shelf, number)'"
                        + " WHERE name = 'item_order'"
            })
    void changedRowsAreDamage(String change) throws Exception {
        VaultFileTest.sql(file, change);
        assertThat(unlock(file)).hasValue(VaultCode.DAMAGED.id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM lookup WHERE item = 2; DELETE FROM item WHERE number = 2",
                "UPDATE item SET number = 3 WHERE number = 1; UPDATE lookup SET item = 3 WHERE item = 1",
                "DELETE FROM lookup WHERE item = 1",
                "UPDATE lookup SET value = zeroblob(16) WHERE item = 1",
                "ATTACH 'OLDER' AS older; UPDATE item SET (revision, sealed) ="
                        + " (SELECT revision, sealed FROM older.item o WHERE o.number = 1) WHERE number = 1",
            })
    void rowsPutBackTakenOutOrMovedAreNoticed(String change) throws Exception {
        VaultFileTest.sql(file, change.replace("OLDER", older.toString()));
        assertThat(unlock(file)).hasValue(VaultCode.ROWS_CHANGED.id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit SET sealed = (SELECT sealed FROM audit WHERE number = 1) WHERE number = 2",
                "UPDATE audit SET chain = zeroblob(32) WHERE number = 2",
                "UPDATE audit SET subject = zeroblob(16) WHERE number = 2",
                "DELETE FROM audit WHERE number = 2",
                "DELETE FROM audit WHERE number = 2; UPDATE audit SET number = number - 1 WHERE number > 2",
                "DELETE FROM audit WHERE number >= 2",
            })
    void aChangedAuditLogIsBrokenFromTheSecondEntry(String change) throws Exception {
        VaultFileTest.sql(file, change);
        try (Vault vault = TestVaults.unlock(file)) {
            assertThat(vault.audit().firstBroken()).hasValue(2L);
        }
    }

    @Test
    void entriesAddedByAnotherProgramAreNoticed() throws Exception {
        VaultFileTest.sql(
                file, "INSERT INTO audit SELECT number + 4, subject, sealed, chain FROM audit WHERE number = 1");
        assertThat(unlock(file)).hasValue(VaultCode.ROWS_CHANGED.id());
    }

    @Test
    void anUnchangedVaultHasNothingToComplainOf() {
        assertThat(unlock(file)).isEmpty();
        try (Vault vault = TestVaults.unlock(file)) {
            assertThat(vault.audit().firstBroken()).isEmpty();
            assertThat(vault.audit().about("pump", 10))
                    .extracting(entry -> entry.action())
                    .containsExactly("device.changed", "device.created");
            assertThat(vault.audit().newest(1)).singleElement().satisfies(entry -> {
                assertThat(entry.action()).isEqualTo("vault.unlocked");
                assertThat(entry.actor()).isEqualTo("tester");
            });
        }
    }

    private Path copy() throws Exception {
        Path copy = folder.resolve("copy.gangway");
        Files.deleteIfExists(copy);
        return Files.copy(file, copy);
    }

    /** The code of the failure; empty where it opened. */
    private static Optional<String> unlock(Path file) {
        Outcome<Vault> outcome = TestVaults.cheap().unlock(file, Secret.of(TestVaults.PASSPHRASE), "tester");
        outcome.toOptional().ifPresent(Vault::close);
        return outcome.failure().map(diagnosis -> diagnosis.code());
    }

    static byte[] blob(Path file, String query) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                ResultSet row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getBytes(1);
        }
    }

    static void update(Path file, String sql, byte[] value) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, value);
            statement.execute();
        }
    }
}
