package dev.gangway.vault.sqlite;

import static dev.gangway.vault.Samples.DEVICES;
import static dev.gangway.vault.Samples.device;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.secret.Secret;
import dev.gangway.vault.TestVaults;
import dev.gangway.vault.Vault;
import dev.gangway.vault.VaultCode;
import dev.gangway.vault.Vaults.VaultInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** One at a time has a vault, by whatever name it is opened, and whatever this process did with the file before. */
class LockTest {
    private static final String IN_USE = VaultCode.IN_USE.id();

    private final SqliteVaults vaults = TestVaults.cheap();

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void create() {
        file = folder.resolve("my.gangway");
        TestVaults.create(file).close();
    }

    @Test
    void theLockOutlastsEverythingThatThisProcessDoesWithTheFile() throws Exception {
        file = folder.resolve("fresh.gangway");
        try (Vault vault = TestVaults.create(file)) {
            assertThat(other()).as("after create").isEqualTo(IN_USE);
            assertThat(vaults.inspect(file).map(VaultInfo::inUse)).isEqualTo(Outcome.ok(true));
            assertThat(other()).as("after inspect").isEqualTo(IN_USE);
            assertThat(codeOf(unlock(file))).isEqualTo(IN_USE);
            assertThat(codeOf(vaults.unlock(file, Secret.of("five words make a vowel"), "tester")))
                    .isEqualTo(IN_USE);
            assertThat(other()).as("after a failed unlock").isEqualTo(IN_USE);
            assertThat(codeOf(vaults.create(file, Secret.of(TestVaults.PASSPHRASE), "tester")))
                    .isEqualTo(VaultCode.ALREADY_EXISTS.id());
            assertThat(other()).as("after a failed create").isEqualTo(IN_USE);
            vault.backup(folder.resolve("copy")).orThrow();
            assertThat(other()).as("after backup").isEqualTo(IN_USE);
            vault.changePassphrase(Secret.of(TestVaults.PASSPHRASE), Secret.of(TestVaults.PASSPHRASE + " or two"))
                    .orThrow();
            assertThat(other()).as("after another passphrase").isEqualTo(IN_USE);
            vault.repository(DEVICES).put(device("pump", "token"));
            assertThat(vault.audit().firstBroken()).isEmpty();
        }
        assertThat(other()).isEqualTo(VaultCode.WRONG_PASSPHRASE.id());
    }

    @Test
    void anotherProcessKeepsUsOutToo() throws Exception {
        try (VaultProcess holder = VaultProcess.hold(file)) {
            assertThat(codeOf(unlock(file))).isEqualTo(IN_USE);
            assertThat(vaults.inspect(file).map(VaultInfo::inUse)).isEqualTo(Outcome.ok(true));
            assertThat(codeOf(unlock(file))).isEqualTo(IN_USE);
            assertThat(VaultProcess.run("inspect", file.toString())).isEqualTo("ok");
        }
        assertThat(vaults.inspect(file).map(VaultInfo::inUse)).isEqualTo(Outcome.ok(false));
        unlock(file).orThrow().close();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS) // links need a right there
    void theLockBelongsToTheFileAndNotToItsName() throws Exception {
        Path symbolic = Files.createSymbolicLink(folder.resolve("symbolic"), file);
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path hard = Files.createLink(elsewhere.resolve("hard.gangway"), file);
        Path folderLink = Files.createSymbolicLink(folder.resolve("by-folder"), folder);
        for (Path name : List.of(symbolic, hard, folderLink.resolve("my.gangway"))) {
            try (Vault vault = TestVaults.unlock(file)) {
                assertThat(codeOf(unlock(name))).as(name.toString()).isEqualTo(IN_USE);
                assertThat(VaultProcess.run("unlock", name.toString()))
                        .as(name.toString())
                        .isEqualTo(IN_USE);
                assertThat(vaults.inspect(name).map(VaultInfo::inUse)).isEqualTo(Outcome.ok(true));
                vault.audit().append("still.ours", "vault", Map.of());
            }
            try (Vault vault = TestVaults.unlock(name)) {
                assertThat(codeOf(unlock(file))).as(name.toString()).isEqualTo(IN_USE);
                assertThat(other()).as(name.toString()).isEqualTo(IN_USE);
                vault.audit().append("still.ours", "vault", Map.of());
            }
        }
        try (Vault vault = TestVaults.unlock(file)) {
            assertThat(vault.audit().firstBroken()).isEmpty();
        }
        assertThat(folder.resolve("symbolic.lock")).doesNotExist();
    }

    @Test
    @DisabledOnOs({OS.WINDOWS, OS.MAC})
    void theLockHoldsThroughAnotherMount() throws Exception {
        Path mount = Files.createDirectory(folder.resolve("mount"));
        Path only = Files.createFile(folder.resolve("only.gangway"));
        List<String> mounted =
                Mounts.with("mount --bind " + folder + " " + mount + " && mount --bind " + file + " " + only);
        assumeTrue(Mounts.work());
        try (Vault vault = TestVaults.unlock(file)) {
            assertThat(VaultProcess.run(
                            mounted, "unlock", mount.resolve("my.gangway").toString()))
                    .isEqualTo(IN_USE);
            assertThat(VaultProcess.run(mounted, "unlock", only.toString())).isEqualTo(IN_USE);
            vault.audit().append("still.ours", "vault", Map.of());
        }
    }

    @Test
    void whatFailsLetsGo() throws Exception {
        assertThat(codeOf(vaults.unlock(file, Secret.of("five words make a vowel"), "tester")))
                .isEqualTo(VaultCode.WRONG_PASSPHRASE.id());
        assertThat(other()).isEqualTo("ok");
        Path copy = Files.copy(file, folder.resolve("damaged"));
        VaultFileTest.sql(copy, "UPDATE state SET sealed = zeroblob(100)");
        assertThat(codeOf(unlock(copy))).isEqualTo(VaultCode.DAMAGED.id());
        Files.copy(file, copy, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(VaultProcess.run("unlock", copy.toString())).isEqualTo("ok");
    }

    @Test
    void aCloseThatThrowsLetsGoAllTheSame() throws Exception {
        Vault vault = TestVaults.unlock(file);
        assertThatThrownBy(() -> vault.atomically(vault::close)).isInstanceOf(IllegalStateException.class);
        vault.repository(DEVICES).put(device("pump", "token"));
        VaultSession session = ((SqliteVault) vault).session();
        session.read(handle -> {
            handle.closeWith(() -> {
                throw new IllegalStateException("the disk is gone");
            });
            return handle;
        });
        assertThatThrownBy(vault::close).isInstanceOf(RuntimeException.class);
        assertThat(other()).isEqualTo("ok");
        unlock(file).orThrow().close();
    }

    private String other() throws Exception {
        return VaultProcess.run("unlock", file.toString());
    }

    private Outcome<Vault> unlock(Path path) {
        return vaults.unlock(path, Secret.of(TestVaults.PASSPHRASE), "tester");
    }

    private static String codeOf(Outcome<?> outcome) {
        return outcome.failure().map(Diagnosis::code).orElse("it worked");
    }
}
