package dev.gangway.vault.sqlite;

import static dev.gangway.vault.Samples.DEVICES;
import static dev.gangway.vault.Samples.device;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.diagnosis.Outcome;
import dev.gangway.secret.Secret;
import dev.gangway.vault.TestVaults;
import dev.gangway.vault.Vault;
import dev.gangway.vault.VaultCode;
import dev.gangway.vault.Vaults.VaultInfo;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class VaultFileTest {
    private final SqliteVaults vaults = TestVaults.cheap();

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void create() {
        file = folder.resolve("vaults/my.gangway");
        TestVaults.create(file).close();
    }

    @Test
    void eachReasonHasItsOwnCode() throws Exception {
        assertThat(codeOf(unlock(file, "five words make a vowel"))).isEqualTo(VaultCode.WRONG_PASSPHRASE.id());
        assertThat(codeOf(unlock(folder.resolve("none")))).isEqualTo(VaultCode.MISSING.id());
        assertThat(codeOf(unlock(folder))).isEqualTo(VaultCode.NOT_A_VAULT.id());
        Path text = Files.writeString(folder.resolve("text"), "not a vault".repeat(50));
        assertThat(codeOf(unlock(text))).isEqualTo(VaultCode.NOT_A_VAULT.id());
        assertThat(codeOf(unlock(Files.createFile(folder.resolve("empty"))))).isEqualTo(VaultCode.NOT_A_VAULT.id());
        Path other = folder.resolve("other.db");
        sql(other, "CREATE TABLE header (a)");
        assertThat(codeOf(unlock(other))).isEqualTo(VaultCode.NOT_A_VAULT.id());
        assertThat(codeOf(vaults.create(file, Secret.of(TestVaults.PASSPHRASE), "tester")))
                .isEqualTo(VaultCode.ALREADY_EXISTS.id());
        assertThat(codeOf(vaults.create(folder.resolve("weak"), Secret.of("short"), "tester")))
                .isEqualTo(VaultCode.PASSPHRASE_TOO_SHORT.id());
        assertThat(folder.resolve("weak")).doesNotExist();
        sql(file, "PRAGMA user_version = 2");
        assertThat(codeOf(unlock(file))).isEqualTo(VaultCode.NEWER_VERSION.id());
    }

    @Test
    void aNewVaultIsWhatFlywayWouldMake() throws Exception {
        Path migrated = folder.resolve("migrated");
        Database.migrate(migrated);
        String history = "SELECT group_concat(version || description || type || script || checksum || installed_by"
                + " || success) FROM flyway_schema_history";
        assertThat(TamperTest.blob(file, history)).isEqualTo(TamperTest.blob(migrated, history));
        for (Path each : new Path[] {file, migrated}) {
            try (Connected handle = Database.look(each)) {
                assertThat(Schema.fault(handle)).isEmpty();
            }
            assertThat(Database.version(each)).hasValue(Database.VERSION);
        }
        byte[] before = TamperTest.blob(file, history);
        Database.migrate(file); // finds nothing to do
        assertThat(TamperTest.blob(file, history)).isEqualTo(before);
        TestVaults.unlock(file).close();
    }

    @Test
    void oneAtATime() {
        try (Vault vault = TestVaults.unlock(file)) {
            assertThat(codeOf(unlock(file))).isEqualTo(VaultCode.IN_USE.id());
            assertThat(vaults.inspect(file).map(VaultInfo::inUse)).isEqualTo(Outcome.ok(true));
            assertThat(vault.audit().newest(1)).hasSize(1);
        }
        assertThat(unlock(file).isOk()).isTrue();
    }

    @Test
    void saysWhatItCanWithoutThePassphrase() throws Exception {
        VaultInfo info = vaults.inspect(file).orThrow();
        assertThat(info).isEqualTo(new VaultInfo(Database.VERSION, Files.size(file), false, 64, 1, 1));
    }

    @Test
    void nothingCanBeReadWithStrings() throws Exception {
        String[] known = {"PumpHouseSeven", "SecretTokenTwelve", "SN-PumpHouseSeven", "test-device", "OperatorAnna"};
        Vault vault = vaults.unlock(file, Secret.of(TestVaults.PASSPHRASE), "OperatorAnna")
                .orThrow();
        vault.repository(DEVICES).put(device(known[0], known[1]));
        vault.audit().append("device.created", known[0], Map.of("by", known[4]));
        assertNothingReadable(known); // with the write-ahead log beside it
        vault.close();
        assertNothingReadable(known);
    }

    private void assertNothingReadable(String... known) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(each);
                String oneByte = new String(bytes, StandardCharsets.ISO_8859_1);
                String[] twoBytes = {
                    new String(bytes, StandardCharsets.UTF_16LE), new String(bytes, StandardCharsets.UTF_16BE)
                };
                assertThat(oneByte).as(each.toString()).doesNotContain(known);
                assertThat(twoBytes)
                        .as(each.toString())
                        .allSatisfy(text -> assertThat(text).doesNotContain(known));
            }
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void isForItsOwnerAlone() throws Exception {
        try (Vault vault = TestVaults.unlock(file);
                Stream<Path> files = Files.list(file.getParent())) {
            vault.repository(DEVICES).put(device("pump", "token"));
            assertThat(files)
                    .hasSizeGreaterThan(2)
                    .allSatisfy(each -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                            .isEqualTo("rw-------"));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void aBrokenOffCopyIsDamaged() throws Exception {
        try (RandomAccessFile cut = new RandomAccessFile(file.toFile(), "rw")) {
            cut.setLength(cut.length() / 2 / 4096 * 4096);
        }
        assertThat(codeOf(unlock(file))).isEqualTo(VaultCode.DAMAGED.id());
    }

    @Test
    void aChangedHeaderIsDamageAndNotAWrongPassphrase() throws Exception {
        for (String change : new String[] {
            "salt = zeroblob(16)", "passes = passes + 1", "memory_kib = 2000000000", "wrapped_key = zeroblob(60)"
        }) {
            Path copy = Files.copy(file, folder.resolve("copy-" + change.hashCode()));
            sql(copy, "UPDATE header SET " + change);
            assertThat(codeOf(unlock(copy))).as(change).isEqualTo(VaultCode.DAMAGED.id());
        }
    }

    @Test
    void theNewPassphraseOpensAndTheOldOneDoesNot() throws Exception {
        Path before = Files.copy(file, folder.resolve("before"));
        try (Vault vault = TestVaults.unlock(file)) {
            vault.repository(DEVICES).put(device("pump", "token"));
            assertThat(codeOf(vault.changePassphrase(Secret.of("wrong passphrase"), Secret.of("a new and longer one"))))
                    .isEqualTo(VaultCode.WRONG_PASSPHRASE.id());
            assertThat(codeOf(vault.changePassphrase(Secret.of(TestVaults.PASSPHRASE), Secret.of("short"))))
                    .isEqualTo(VaultCode.PASSPHRASE_TOO_SHORT.id());
            vault.changePassphrase(Secret.of(TestVaults.PASSPHRASE), Secret.of("a new and longer one"))
                    .orThrow();
        }
        assertThat(codeOf(unlock(file))).isEqualTo(VaultCode.WRONG_PASSPHRASE.id());
        try (Vault vault = unlock(file, "a new and longer one").orThrow()) {
            assertThat(vault.repository(DEVICES).count()).isEqualTo(1);
        }
        // the old header, put back, opens with the old passphrase, but it is not the one that the vault was left with
        sql(
                file,
                "ATTACH '" + before + "' AS old; UPDATE header SET (salt, wrapped_key, checksum) ="
                        + " (SELECT salt, wrapped_key, checksum FROM old.header)");
        assertThat(codeOf(unlock(file))).isEqualTo(VaultCode.DAMAGED.id());
    }

    @Test
    void aBackupOpensAndHasEverything() {
        Path copy = folder.resolve("backup.gangway");
        try (Vault vault = TestVaults.unlock(file)) {
            vault.repository(DEVICES).put(device("pump", "token"));
            vault.backup(copy).orThrow();
            assertThat(codeOf(vault.backup(copy))).isEqualTo(VaultCode.ALREADY_EXISTS.id());
            assertThat(codeOf(vault.backup(folder.resolve("no/such/folder")))).isEqualTo(VaultCode.MISSING.id());
        }
        try (Vault vault = TestVaults.unlock(copy)) {
            assertThat(vault.repository(DEVICES).find("name", "pump")).hasSize(1);
            assertThat(vault.audit().firstBroken()).isEmpty();
        }
        assertThat(folder.resolve("backup.gangway.part")).doesNotExist();
    }

    private Outcome<Vault> unlock(Path path) {
        return unlock(path, TestVaults.PASSPHRASE);
    }

    private Outcome<Vault> unlock(Path path, String passphrase) {
        return vaults.unlock(path, Secret.of(passphrase), "tester");
    }

    private static String codeOf(Outcome<?> outcome) {
        return outcome.failure().map(diagnosis -> diagnosis.code()).orElse("it worked");
    }

    static void sql(Path file, String statements) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String one : statements.split(";(?! END)")) {
                statement.execute(one);
            }
        }
    }
}
