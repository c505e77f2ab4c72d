package dev.gangway.vault.sqlite;

import static dev.gangway.vault.Samples.DEVICES;
import static dev.gangway.vault.Samples.device;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.secret.Secret;
import dev.gangway.vault.AuditLog;
import dev.gangway.vault.TestVaults;
import dev.gangway.vault.Vault;
import dev.gangway.vault.VaultCode;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that somebody made on purpose, and disks that do not help. Every one is a value with a clear code. */
class HostileFileTest {
    private static final String DAMAGED = VaultCode.DAMAGED.id();

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void create() {
        file = folder.resolve("my.gangway");
        try (Vault vault = TestVaults.create(file)) {
            vault.repository(DEVICES).putAll(List.of(device("pump", "one"), device("valve", "two")));
            vault.audit().append("device.created", "pump", Map.of());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TRIGGER t AFTER INSERT ON audit BEGIN UPDATE item SET revision = 1 WHERE number = 1; END",
                "CREATE VIEW v AS SELECT * FROM item",
                "CREATE TABLE more (a)",
                "CREATE INDEX more ON item (revision)",
                "CREATE TABLE t (a); INSERT INTO t VALUES (1); ANALYZE",
                "ALTER TABLE item RENAME TO old; CREATE VIEW item AS SELECT * FROM old",
                "ALTER TABLE item ADD COLUMN more",
                "ALTER TABLE header RENAME COLUMN salt TO sugar",
                "DROP TABLE audit",
                "DROP TABLE state",
                "DROP TABLE header",
                "DROP TABLE lookup",
                "DROP TABLE flyway_schema_history",
                "DROP INDEX item_order",
                "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'NOT NULL', 'NOT  NULL')",
                "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE TABLE item (nonsense' WHERE name"
                        + " = 'item'",
                "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = NULL WHERE name = 'item'",
                "PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE name = 'item'",
                "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 3",
                "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET type = 'view' WHERE name = 'item'",
                "PRAGMA user_version = 0",
                "PRAGMA user_version = -1",
                "DELETE FROM header",
                "DELETE FROM state",
                "UPDATE header SET salt = 'text'",
                "UPDATE header SET memory_kib = 'much'",
                "UPDATE header SET passes = 9e99",
                "UPDATE state SET sealed = 1",
                "UPDATE item SET sealed = 'text' WHERE number = 1",
                "UPDATE item SET revision = 'text' WHERE number = 1",
                "UPDATE item SET number = 0 WHERE number = 1",
                "UPDATE item SET number = -1 WHERE number = 2",
                "INSERT INTO item SELECT 0, zeroblob(16), zeroblob(16), revision, sealed FROM item WHERE number = 1",
                "INSERT INTO item SELECT -9223372036854775808, zeroblob(16), id, revision, sealed FROM item LIMIT 1",
                "INSERT INTO lookup VALUES (zeroblob(16), 1)",
                "INSERT INTO lookup VALUES (zeroblob(16), -1)",
                "INSERT INTO audit VALUES (0, zeroblob(16), zeroblob(99), zeroblob(32))",
                "INSERT INTO audit VALUES (-5, zeroblob(16), zeroblob(99), zeroblob(32))",
                "PRAGMA ignore_check_constraints = ON; INSERT INTO state VALUES (2, zeroblob(99))",
                "PRAGMA ignore_check_constraints = ON; INSERT INTO header SELECT 0, memory_kib, passes, lanes, salt,"
                        + " wrapped_key, checksum FROM header",
            })
    void whatSomebodyPutInIsRefused(String change) throws Exception {
        VaultFileTest.sql(file, change);
        byte[] before = Files.readAllBytes(file);
        assertThat(unlock(file)).isIn(DAMAGED, VaultCode.ROWS_CHANGED.id());
        if (change.startsWith("CREATE") || change.startsWith("ALTER") || change.contains("writable_schema")) {
            assertThat(Files.readAllBytes(file)).isEqualTo(before);
        }
        assertThat(inspect(file)).isIn("it worked", DAMAGED);
    }

    @Test
    void nothingInTheHeaderMayBeMissing() throws Exception {
        for (String column : List.of("memory_kib", "passes", "lanes", "salt", "wrapped_key", "checksum")) {
            Path copy = Files.copy(file, folder.resolve(column));
            relaxed(copy, "header", "UPDATE header SET " + column + " = NULL");
            assertThat(unlock(copy)).as(column).isEqualTo(DAMAGED);
            assertThat(inspect(copy)).as(column).isEqualTo(DAMAGED);
        }
        for (String column : List.of("shelf", "id", "revision", "sealed")) {
            Path copy = Files.copy(file, folder.resolve("item-" + column));
            relaxed(copy, "item", "UPDATE item SET " + column + " = NULL WHERE number = 1");
            assertThat(unlock(copy)).as(column).isEqualTo(DAMAGED);
        }
        Path copy = Files.copy(file, folder.resolve("state"));
        relaxed(copy, "state", "UPDATE state SET sealed = NULL");
        assertThat(unlock(copy)).isEqualTo(DAMAGED);
    }

    /** Changes rows while the table's text does not say NOT NULL, and puts the text back. */
    private static void relaxed(Path file, String table, String change) throws Exception {
        String text = "(SELECT sql FROM kept)";
        VaultFileTest.sql(
                file,
                "PRAGMA journal_mode = DELETE; CREATE TABLE kept AS SELECT sql FROM sqlite_schema WHERE name = '"
                        + table
                        + "'; PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'NOT NULL', '')"
                        + " WHERE name = '" + table + "'");
        VaultFileTest.sql(
                file,
                change + "; PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = " + text + " WHERE name = '"
                        + table + "'; PRAGMA writable_schema = RESET; DROP TABLE kept; PRAGMA journal_mode = WAL");
    }

    @Test
    void everyFlippedByteOfTheFirstPageIsAValue() throws Exception {
        byte[] sound = Files.readAllBytes(file);
        Set<String> known = Stream.of(VaultCode.values()).map(VaultCode::id).collect(Collectors.toSet());
        known.add("it worked");
        Random random = new Random(3);
        for (int at = 0; at < 4096; at += 1 + random.nextInt(at < 100 ? 1 : 24)) {
            byte[] flipped = sound.clone();
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            Path copy = Files.write(folder.resolve("flipped"), flipped);
            assertThat(unlock(copy)).as("byte " + at).isIn(known);
            assertThat(inspect(copy)).as("byte " + at).isIn(known);
            Files.deleteIfExists(folder.resolve("flipped-wal"));
        }
    }

    @Test
    void aSchemaFormatThatSqliteDoesNotKnowIsDamage() throws Exception {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.seek(47);
            open.write(9);
        }
        assertThat(unlock(file)).isEqualTo(DAMAGED);
        assertThat(inspect(file)).isEqualTo(DAMAGED);
    }

    @Test
    void aHeaderThatAsksForMoreThanAMachineShouldTakeOnIsRefusedBeforeItRuns() throws Exception {
        for (int[] cost :
                new int[][] {{1024 * 1024, 1000, 4}, {64 * 1024, 1000, 4}, {1024 * 1024, 1, 1}, {64, 1, 100}}) {
            Path copy = Files.copy(file, folder.resolve("dear-" + cost[0] + "-" + cost[1] + "-" + cost[2]));
            VaultFileTest.sql(
                    copy,
                    "UPDATE header SET memory_kib = " + cost[0] + ", passes = " + cost[1] + ", lanes = " + cost[2]);
            byte[] salt = TamperTest.blob(copy, "SELECT salt FROM header");
            byte[] wrapped = TamperTest.blob(copy, "SELECT wrapped_key FROM header");
            byte[] checksum = MessageDigest.getInstance("SHA-256")
                    .digest(framed("gangway header 1", cost[0], cost[1], cost[2], salt, wrapped));
            TamperTest.update(copy, "UPDATE header SET checksum = ?", checksum);
            assertThat(unlock(copy)).isEqualTo(DAMAGED);
            assertThat(inspect(copy)).isEqualTo(DAMAGED);
        }
        // the same sum over what is bearable is a sound header
        byte[] salt = TamperTest.blob(file, "SELECT salt FROM header");
        byte[] wrapped = TamperTest.blob(file, "SELECT wrapped_key FROM header");
        assertThat(TamperTest.blob(file, "SELECT checksum FROM header"))
                .isEqualTo(MessageDigest.getInstance("SHA-256")
                        .digest(framed("gangway header 1", 64, 1, 1, salt, wrapped)));
    }

    private static byte[] framed(String name, long memory, long passes, long lanes, byte[] salt, byte[] wrapped) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        ByteBuffer frame = ByteBuffer.allocate(6 * 4 + text.length + 24 + salt.length + wrapped.length);
        frame.putInt(text.length).put(text);
        for (long each : new long[] {memory, passes, lanes}) {
            frame.putInt(8).putLong(each);
        }
        frame.putInt(salt.length).put(salt).putInt(wrapped.length).put(wrapped);
        return frame.array();
    }

    @Test
    void aForeignFileWithOurMarkStaysAsItIs() throws Exception {
        Path foreign = folder.resolve("foreign.db");
        VaultFileTest.sql(
                foreign,
                "PRAGMA application_id = 1196312407; PRAGMA user_version = 1; CREATE TABLE mine (a);"
                        + " INSERT INTO mine VALUES ('precious')");
        byte[] before = Files.readAllBytes(foreign);
        List<Path> beside = beside();
        assertThat(unlock(foreign)).isEqualTo(DAMAGED);
        assertThat(inspect(foreign)).isEqualTo(DAMAGED);
        assertThat(Files.readAllBytes(foreign)).isEqualTo(before);
        assertThat(beside()).isEqualTo(beside);
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aNameWithAQuestionMarkIsAName() throws Exception {
        for (String name : List.of("n?cache=shared&x=y.sqlite", "a%41b#c d.gangway", "file:x?mode=memory", "ä€😀")) {
            Path odd = Files.createDirectory(folder.resolve("in-" + name)).resolve(name);
            TestVaults.create(odd).close();
            TestVaults.unlock(odd).close();
            assertThat(inspect(odd)).isEqualTo("it worked");
            try (Stream<Path> all = Files.list(odd.getParent())) {
                assertThat(all.map(each -> each.getFileName().toString()))
                        .containsExactlyInAnyOrder(name, name + ".lock");
            }
        }
    }

    @Test
    void oneDamagedAuditEntryDoesNotHideTheOthers() throws Exception {
        VaultFileTest.sql(file, "UPDATE audit SET sealed = zeroblob(60) WHERE number = 2");
        try (Vault vault = TestVaults.unlock(file)) {
            List<AuditLog.Entry> entries = vault.audit().newest(10);
            assertThat(entries)
                    .extracting(AuditLog.Entry::action)
                    .containsExactly("vault.unlocked", AuditLog.DAMAGED, "vault.created");
            assertThat(entries.get(1).isDamaged()).isTrue();
            assertThat(entries.get(1).number()).isEqualTo(2);
            assertThat(entries.getFirst().isDamaged()).isFalse();
            assertThat(vault.audit().about("pump", 10))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.isDamaged()).isTrue());
            assertThat(vault.audit().firstBroken()).hasValue(2L);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskLeavesNothingOfWhatWasBegun() throws Exception {
        assumeTrue(Mounts.work());
        Path small = Files.createDirectory(folder.resolve("small"));
        String disk = "mount -t tmpfs -o size=2m tmpfs " + small + " && ";
        assertThat(onDisk(
                        disk + "cp " + file + " " + small + "/my.gangway && " + filled(small, 96),
                        small,
                        "backup",
                        small.resolve("my.gangway").toString(),
                        small.resolve("copy").toString()))
                .containsExactly(VaultCode.DISK_FULL.id(), "filling", "my.gangway", "my.gangway.lock");
        for (int left : new int[] {0, 8, 32, 100}) {
            assertThat(onDisk(
                            disk + filled(small, left),
                            small,
                            "create",
                            small.resolve("deep/er/new.gangway").toString()))
                    .as(left + " kB left")
                    .containsExactly(VaultCode.DISK_FULL.id(), "filling");
        }
    }

    /** What the process says, and what is then on the disk. */
    private static List<String> onDisk(String prepare, Path disk, String... args) throws Exception {
        List<String> shell = Mounts.with(prepare);
        String line = shell.getLast().replace("exec \"$0\" \"$@\"", "{ \"$0\" \"$@\"; ls " + disk + "; }");
        return VaultProcess.lines(
                Stream.concat(shell.stream().limit(shell.size() - 1L), Stream.of(line))
                        .toList(),
                args);
    }

    private static String filled(Path disk, int leave) {
        return "{ head -c 3m /dev/zero > " + disk + "/filling 2>/dev/null; truncate -s -" + leave + "k " + disk
                + "/filling; }";
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aReadOnlyDiskIsSaidToBeOne() throws Exception {
        assumeTrue(Mounts.work());
        List<String> readOnly = Mounts.with(
                "mount --bind " + folder + " " + folder + " && mount -o remount,bind,ro " + folder + " " + folder);
        assertThat(VaultProcess.run(readOnly, "inspect", file.toString())).isEqualTo("ok");
        assertThat(VaultProcess.run(readOnly, "unlock", file.toString())).isEqualTo(VaultCode.READ_ONLY.id());
        assertThat(VaultProcess.run(
                        readOnly, "create", folder.resolve("deep/new.gangway").toString()))
                .isEqualTo(VaultCode.READ_ONLY.id());
        Files.delete(folder.resolve("my.gangway.lock"));
        assertThat(VaultProcess.run(readOnly, "inspect", file.toString())).isEqualTo("ok");
        assertThat(VaultProcess.run(readOnly, "unlock", file.toString())).isEqualTo(VaultCode.READ_ONLY.id());
    }

    private List<Path> beside() throws Exception {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }

    private static String inspect(Path file) {
        return code(TestVaults.cheap().inspect(file));
    }

    private static String unlock(Path file) {
        Outcome<Vault> outcome = TestVaults.cheap().unlock(file, Secret.of(TestVaults.PASSPHRASE), "tester");
        outcome.toOptional().ifPresent(Vault::close);
        return code(outcome);
    }

    private static String code(Outcome<?> outcome) {
        return outcome.failure().map(Diagnosis::code).orElse("it worked");
    }
}
