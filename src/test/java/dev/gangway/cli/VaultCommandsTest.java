package dev.gangway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.cli.CommandLineRig.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that need no server. */
class VaultCommandsTest {
    @TempDir
    private Path home;

    private CommandLineRig rig;

    @BeforeEach
    void aVault() {
        rig = new CommandLineRig(home);
        assertThat(rig.run("vault", "create").code()).isEqualTo(ExitCode.PASS);
    }

    @Test
    void createsOnceAndTellsWhatItCan() {
        assertThat(home.resolve("vault.sqlite")).exists();
        assertThat(rig.run("vault", "create").code()).isEqualTo(ExitCode.VAULT);
        Result status = rig.run("vault", "status");
        assertThat(status.code()).isEqualTo(ExitCode.PASS);
        assertThat(status.out()).contains("format 1", "Argon2id", "No process has it open");
    }

    @Test
    void eachTroubleWithAPassphraseHasItsOwnMessage() {
        CommandLineRig nobodyToAsk = new CommandLineRig(home, Map.of());
        assertThat(nobodyToAsk.run("audit-typo").code()).isEqualTo(ExitCode.USAGE);
        Result needed = nobodyToAsk.run("device", "list");
        assertThat(needed.code()).isEqualTo(ExitCode.USAGE);
        assertThat(needed.err()).contains("cli.passphrase-needed", Secrets.VARIABLE);
        Result wrong = rig.run("device", "list", "--passphrase-file", rig.file("wrong", "not the passphrase\n"));
        assertThat(wrong.code()).isEqualTo(ExitCode.VAULT);
        assertThat(wrong.err()).contains("vault.wrong-passphrase").doesNotContain("not the passphrase");
        assertThat(rig.run("device", "list", "--passphrase-file", rig.file("empty", "\n"))
                        .err())
                .contains("cli.secret-empty");
        assertThat(rig.run(
                                "device",
                                "list",
                                "--passphrase-file",
                                home.resolve("none").toString())
                        .err())
                .contains("cli.secret-file");
        assertThat(rig.run("device", "list", "--vault", home.resolve("none").toString())
                        .err())
                .contains("vault.missing");
        Result weak = rig.run(
                "vault",
                "create",
                "--vault",
                home.resolve("weak").toString(),
                "--passphrase-file",
                rig.file("short", "short"));
        assertThat(weak.err()).contains("vault.passphrase-too-short", "at least 15 characters");
    }

    @Test
    void thePassphraseChangesAndTheBackupKeepsTheOldOne() {
        Path copy = home.resolve("copy.gangway");
        assertThat(rig.run("vault", "backup", copy.toString()).code()).isEqualTo(ExitCode.PASS);
        assertThat(rig.run("vault", "backup", copy.toString()).code()).isEqualTo(ExitCode.VAULT);
        String fresh = rig.file("fresh", "another long passphrase\r\nsecond line");
        assertThat(rig.run("vault", "passphrase", "--new-passphrase-file", fresh)
                        .code())
                .isEqualTo(ExitCode.PASS);
        assertThat(rig.run("vault", "audit", "verify").code()).isEqualTo(ExitCode.VAULT);
        Result sound = rig.run("vault", "audit", "verify", "--passphrase-file", fresh);
        assertThat(sound.code()).isEqualTo(ExitCode.PASS);
        assertThat(rig.run("vault", "audit", "list", "--passphrase-file", fresh).out())
                .contains("vault.passphrase-changed", "vault.backed-up", "vault.created");
        assertThat(rig.run("device", "list", "--vault", copy.toString()).code()).isEqualTo(ExitCode.PASS);
    }

    @Test
    void devicesAreMadeShownChangedAndDeleted() {
        assertThat(rig.run("device", "create", "pump-1").code()).isEqualTo(ExitCode.PASS);
        assertThat(rig.run("device", "create", "pump-2", "--x509", "--days", "30", "--profile", "pumps")
                        .code())
                .isEqualTo(ExitCode.PASS);
        assertThat(rig.run("device", "create", "pump-1").err()).contains("cli.device-exists");
        assertThat(rig.run("device", "create", " pump").err()).contains("onboarding.name-has-outer-spaces");
        JsonNode devices = rig.run("device", "list", "--json").json().get("devices");
        assertThat(devices).hasSize(2);
        assertThat(devices.get(0).get("credential").asText()).isEqualTo("ACCESS_TOKEN");
        assertThat(devices.get(1).get("credentialsId").asText()).matches("[0-9a-f]{64}");
        assertThat(rig.run("device", "credential", "pump-1", "--x509").code()).isEqualTo(ExitCode.PASS);
        assertThat(rig.run("device", "show", "pump-1").out()).contains("X509_CERTIFICATE", "NOT_PUSHED");
        assertThat(rig.run("device", "delete", "pump-1").code()).isEqualTo(ExitCode.PASS);
        assertThat(rig.run("device", "show", "pump-1").err()).contains("cli.device-unknown");
    }

    @Test
    void credentialsLeaveTheVaultAsToolsNeedThem() throws Exception {
        rig.run("device", "create", "pump-1");
        rig.run("device", "create", "pump-2", "--x509");
        String folder = home.resolve("out").toString();
        assertThat(rig.run("export", "pump-1", "--out", folder).err()).contains("cli.consent-needed");
        assertThat(home.resolve("out")).doesNotExist();
        assertThat(rig.run("device", "export", "pump-1", "--out", folder, "--yes")
                        .code())
                .isEqualTo(ExitCode.PASS);
        assertThat(Files.readString(home.resolve("out/pump-1.token"))).hasSize(20);
        assertThat(rig.run("export", "pump-1", "--out", folder, "--yes").code()).isEqualTo(ExitCode.INPUT);
        assertThat(rig.run("export", "pump-2", "--out", folder, "--format", "one-line")
                        .code())
                .isEqualTo(ExitCode.PASS);
        assertThat(rig.run("export", "pump-2", "--out", folder, "--format", "word")
                        .code())
                .isEqualTo(ExitCode.USAGE);
        assertThat(rig.run("export", "nobody", "--format", "chain").err()).contains("cli.nothing-named");
        assertThat(rig.run("device", "export", "pump-2", "--out", folder, "--format", "mosquitto", "--yes")
                        .code())
                .isEqualTo(ExitCode.PASS);
        assertThat(home.resolve("out")).isDirectoryContaining("glob:**/pump-2.mosquitto.*");
        assertThat(rig.run("device", "export", "pump-2", "--out", folder, "--format", "pkcs12", "--yes")
                        .code())
                .isEqualTo(ExitCode.INPUT);
        assertThat(rig.run("vault", "audit", "list").out()).contains("credential.exported");
    }

    @Test
    void serversAreAddedAndRemoved() {
        String password = rig.file("password", "secret\n");
        assertThat(rig.run(
                                "server",
                                "add",
                                "plant",
                                "--url",
                                "https://tb.example",
                                "--user",
                                "u",
                                "--password-file",
                                password,
                                "--no-check")
                        .code())
                .isEqualTo(ExitCode.PASS);
        assertThat(rig.run("server", "add", "line", "--broker", "mqtt.example").code())
                .isEqualTo(ExitCode.PASS);
        assertThat(rig.run("server", "list").out())
                .contains("plant", "https://tb.example", "tb.example:8883", "mqtt.example:1883")
                .doesNotContain("secret");
        assertThat(rig.run("server", "remove", "line").code()).isEqualTo(ExitCode.PASS);
        assertThat(rig.run("server", "remove", "line").err()).contains("cli.server-unknown");
        assertThat(rig.run("server", "add", "bad", "--url", "tb.example", "--user", "u", "--password-file", password)
                        .code())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void explainsEveryCode() throws Exception {
        Result explained = rig.run("explain", "tls.server-untrusted");
        assertThat(explained.code()).isEqualTo(ExitCode.PASS);
        assertThat(explained.out()).contains("What helps:", "1. ");
        assertThat(rig.run("explain").out()).contains("tls.server-untrusted", "vault.damaged", "server.");
        assertThat(rig.run("explain", "no.such").code()).isEqualTo(ExitCode.USAGE);
        assertThat(Files.list(home)).isNotEmpty();
    }
}
