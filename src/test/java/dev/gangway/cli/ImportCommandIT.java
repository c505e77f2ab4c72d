package dev.gangway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.cli.CommandLineRig.Result;
import dev.gangway.pki.Family;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.Pem;
import dev.gangway.pki.Samples;
import dev.gangway.pki.Source;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.pki.importing.Zips;
import dev.gangway.practice.PracticeOptions;
import dev.gangway.practice.PracticeServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of any kind come into the vault, sign a device in, and leave it again. */
class ImportCommandIT {
    @TempDir
    private Path home;

    private final Family family = new Family(KeyType.EC_P256);
    private CommandLineRig rig;

    @BeforeEach
    void aVault() {
        rig = new CommandLineRig(home);
        passes(rig.run("vault", "create"));
    }

    @Test
    void anImportedDevicePassesItsTest() throws Exception {
        Path all = Files.createDirectories(home.resolve("delivery/pump-1"));
        Files.writeString(all.resolve("client.pem"), Pem.certificate(family.device.leaf()));
        Files.writeString(
                all.resolve("client.key"), Pem.privateKey(family.device.key()).reveal());
        Files.writeString(home.resolve("delivery/README.txt"), "hello");
        Result preview = rig.run("import", home.resolve("delivery").toString(), "--preview");
        passes(preview);
        assertThat(preview.out())
                .contains("CN=pump-0417,O=Plant 2", "new device pump-0417", "the preview", "README.txt has nothing");
        assertThat(rig.run("device", "list").out()).doesNotContain("pump-0417");

        Result imported = rig.run("import", home.resolve("delivery").toString(), "--json");
        passes(imported);
        assertThat(imported.json().at("/stored/devices").intValue()).isEqualTo(1);
        assertThat(imported.out()).doesNotContain("PRIVATE KEY");
        try (PracticeServer server = PracticeServer.start(PracticeOptions.freePorts(new BouncyCastleMaker()))
                .orThrow()) {
            rig.add("practice", server);
            passes(rig.run("device", "push", "pump-0417", "--server", "practice"));
            Result tested = rig.run("test", "pump-0417", "--json");
            passes(tested);
            assertThat(tested.json().at("/tls/clientCertificate/sent").booleanValue())
                    .isTrue();
        }
        Result again = rig.run("import", home.resolve("delivery").toString());
        passes(again);
        assertThat(again.out() + again.err()).contains("in the vault already");
        assertThat(rig.run("vault", "audit", "list").out()).contains("import.stored");
    }

    @Test
    void everyClosedFileIsNamedAndNothingIsStored() throws Exception {
        Source zip = Zips.of("all.zip", Samples.source("ec.p12"), Samples.source("ec.cert.pem"));
        String archive = Files.write(home.resolve("all.zip"), zip.bytes()).toString();
        Result closed = rig.run("import", archive, "--json");
        assertThat(closed.code()).isEqualTo(ExitCode.INPUT);
        JsonNode problem = closed.json().get("problems").get(0);
        assertThat(problem.get("file").textValue()).isEqualTo("all.zip/ec.p12");
        assertThat(problem.at("/diagnosis/code").textValue()).isEqualTo("pki.passphrase-missing");
        assertThat(closed.json().get("stored").isNull()).isTrue();

        String wrong = rig.file("wrong", "incorrect\n");
        assertThat(rig.run("import", archive, "--key-passphrase-for", "all.zip/ec.p12=" + wrong)
                        .out())
                .contains("pki.passphrase-wrong", "Nothing was stored");
        Result skipped = rig.run("import", archive, "--skip-unreadable", "--json");
        passes(skipped);
        assertThat(skipped.json().at("/stored/certificates").intValue()).isEqualTo(1);

        String right = rig.file("right", "correct\n");
        Result opened = rig.run("import", archive, "--key-passphrase-file", right, "--as", "device", "--json");
        passes(opened);
        assertThat(opened.json().at("/items/0/destination/name").textValue()).isEqualTo("pump-0417");
    }

    @Test
    void whatAFileIsCanBeAskedWithoutAVault() throws Exception {
        String file = Files.write(
                        home.resolve("key.pem"), Samples.source("ec.pkcs8.pem").bytes())
                .toString();
        CommandLineRig elsewhere = new CommandLineRig(Files.createDirectory(home.resolve("empty")));
        Result result = elsewhere.run("inspect", file);
        passes(result);
        assertThat(result.out()).contains("EC 256", "pki.protection-none", "pki.key-without-certificate");
        String curve = Files.write(
                        home.resolve("k1.pem"),
                        Samples.source("secp256k1.pkcs8.pem").bytes())
                .toString();
        Result refused = elsewhere.run("inspect", curve, "--json");
        assertThat(refused.code()).isEqualTo(ExitCode.INPUT);
        assertThat(refused.json().at("/problems/0/diagnosis/title").textValue()).contains("EC secp256k1");
        String text = elsewhere.file("read.me", "hello");
        assertThat(elsewhere.run("inspect", text).code()).isEqualTo(ExitCode.INPUT);
    }

    @Test
    void authoritiesAndCertificatesLeaveTheVaultAsTheyCame() throws Exception {
        String root = rig.file("root.pem", Pem.certificate(family.root.leaf()));
        String key = rig.file("root.key", Pem.privateKey(family.root.key()).reveal());
        passes(rig.run("import", root, key));
        String server = rig.file(
                "server.pem", Pem.certificate(family.server("broker.example").leaf()));
        passes(rig.run("import", server));
        String out = home.resolve("out").toString();
        Result refused = rig.run("export", "broker.example", "--out", out, "--yes");
        assertThat(refused.err()).contains("pki.export-without-key");
        passes(rig.run("export", "broker.example", "--out", out, "--format", "certificate"));
        assertThat(Files.readString(home.resolve("out/broker.example.crt.pem")))
                .isEqualTo(Files.readString(Path.of(server)));
        passes(rig.run(
                "export",
                "Plant 2 ROOT",
                "--out",
                out,
                "--format",
                "pkcs12",
                "--export-passphrase-file",
                rig.file("secret", "correct horse\n"),
                "--yes"));
        Path written = home.resolve("out/Plant_2_ROOT.p12");
        if (Files.getFileStore(written).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(written)))
                    .isEqualTo("rw-------");
        }
        List<String> back = new ArrayList<>(List.of("inspect", written.toString(), "--json"));
        back.addAll(List.of("--key-passphrase-file", home.resolve("secret").toString()));
        JsonNode item = rig.run(back.toArray(String[]::new)).json().at("/items/0");
        assertThat(item.get("hasKey").booleanValue()).isTrue();
        assertThat(item.get("findings")).isEmpty();
    }

    private static void passes(Result result) {
        assertThat(result.code()).as(result.out() + result.err()).isEqualTo(ExitCode.PASS);
    }
}
