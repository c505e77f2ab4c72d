package dev.gangway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.cli.CommandLineRig.Result;
import dev.gangway.pki.Family;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.Pem;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands say of files and certificates, and with which code they end. */
class FilesCommandIT {
    @TempDir
    private Path home;

    private final Family family = new Family(KeyType.EC_P256);
    private CommandLineRig rig;

    @BeforeEach
    void aRig() {
        rig = new CommandLineRig(home);
    }

    private void aVault() {
        passes(rig.run("vault", "create"));
    }

    private static Result passes(Result result) {
        assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.PASS);
        return result;
    }

    private static Result refused(Result result, String... words) {
        assertThat(result.code()).as(result.out() + result.err()).isEqualTo(ExitCode.INPUT);
        assertThat(result.out() + result.err()).contains(words);
        return result;
    }

    private Path keyStore(String name) throws Exception {
        KeyStore store = KeyStore.getInstance("JKS");
        store.load(null, null);
        store.setKeyEntry(
                "device",
                family.device.key(),
                "of the key".toCharArray(),
                family.device.chain().toArray(Certificate[]::new));
        Path file = Files.createDirectories(home.resolve("delivery")).resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, "of the store".toCharArray());
        }
        return file;
    }

    @Test
    void aKeyStoreWithTwoPassphrasesIsOpenedWithBoth() throws Exception {
        Path folder = keyStore("client.jks").getParent();
        String store = rig.file("store", "of the store\n");
        String key = rig.file("key", "of the key\n");
        refused(
                rig.run("inspect", folder.toString(), "--key-passphrase-for", "client.jks=" + store),
                "pki.entry-passphrase-missing");
        passes(rig.run(
                "inspect",
                folder.toString(),
                "--key-passphrase-for",
                "client.jks=" + store,
                "--entry-passphrase-for",
                "delivery/client.jks=" + key));
        passes(rig.run("inspect", folder.toString(), "--key-passphrase-file", store, "--entry-passphrase-file", key));
        Result mistyped = rig.run("inspect", folder.toString(), "--key-passphrase-for", "clint.jks=" + store);
        assertThat(mistyped.code()).isEqualTo(ExitCode.USAGE);
        assertThat(mistyped.err()).contains("clint.jks", "--key-passphrase-for");
    }

    @Test
    void anUnusableFileEndsWithThreeAlsoInJson() {
        String garbage = rig.file("x.crt", "garbage");
        refused(rig.run("inspect", garbage), "pki.not-recognised");
        refused(rig.run("inspect", garbage, "--json"), "pki.not-recognised");
        String request = rig.file(
                "only.pub",
                "-----BEGIN PUBLIC KEY-----\n"
                        + "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n"
                        + "-----END PUBLIC KEY-----\n");
        refused(rig.run("inspect", request), "pki.nothing-found");
        refused(rig.run("inspect", request, "--json"), "\"items\"");
    }

    @Test
    void aPipeWithoutAWriterIsRefused() throws Exception {
        Path pipe = home.resolve("pipe.pem");
        Process made = new ProcessBuilder("mkfifo", pipe.toString()).start();
        Assumptions.assumeTrue(made.waitFor() == 0);
        refused(rig.run("inspect", pipe.toString()), "pki.file-not-regular");
    }

    @Test
    void oneGoodAndOneBadDeviceStoreNothing() throws Exception {
        aVault();
        Path folder = Files.createDirectories(home.resolve("delivery"));
        Files.writeString(folder.resolve("good.pem"), Pem.certificate(family.device.leaf()));
        Files.writeString(
                folder.resolve("bad.pem"),
                Pem.certificate(family.intermediate.leaf()).replace("-----", "\u2014\u2014"));
        refused(rig.run("import", folder.toString()), "delivery/bad.pem", "pki.pem-marker");
        assertThat(passes(rig.run("certificate", "list")).out()).doesNotContain("pump-0417");
        Files.delete(folder.resolve("bad.pem"));
        passes(rig.run("import", folder.toString()));
        assertThat(passes(rig.run("import", folder.toString())).out()).contains("import.in-vault");
        assertThat(passes(rig.run("import", folder.toString(), "--json"))
                        .json()
                        .get("stored")
                        .isNull())
                .isTrue();
    }

    @Test
    void thingsBoardsKeyGeneratorIsReachable() {
        String settings = rig.file(
                "keygen.properties",
                "CLIENT_KEYSTORE_PASSWORD=secret1\nCLIENT_KEY_PASSWORD=secret1\nORGANIZATION=\"Plant 2\"\n");
        String out = home.resolve("made").toString();
        passes(rig.run("keygen", settings, "pump-9", "--out", out));
        String passphrase = rig.file("passphrase", "secret1");
        Result read = passes(rig.run("inspect", out, "--key-passphrase-file", passphrase));
        assertThat(read.out()).contains("CN=pump-9,O=Plant 2", "private key and certificate");
        refused(rig.run("keygen", rig.file("b.properties", "CLIENT_KEY_ALG=DSA\n"), "x", "--out", out), "b.properties");
    }

    @Test
    void whatIsCutRevokedOrMistypedIsSaid() {
        aVault();
        passes(rig.run("authority", "create", "First", "--days", "100"));
        passes(rig.run("authority", "create", "Second", "--key-type", "ec-p521"));
        Result below = passes(rig.run("authority", "create", "Below first", "--below", "First", "--days", "200"));
        assertThat(below.out() + below.err()).contains("earlier than asked for");
        assertThat(passes(rig.run("authority", "list")).out()).containsSubsequence("First", "  Below first", "Second");
        Result issued = passes(rig.run("authority", "issue", "First", "pump", "--days", "3000"));
        assertThat(issued.err()).contains("authorities.validity-cut");
        passes(rig.run("authority", "issue", "Second", "big", "--key-type", "ed448"));
        String mistyped = rig.run("authority", "issue", "First", "x", "--key-type", "ec-p512")
                .err();
        assertThat(mistyped).contains("ec-p521", "ed448");
        assertThat(rig.run("authority", "issue", "First", "x", "--days", "0").err())
                .contains("36500");
        assertThat(rig.run("authority", "issue", "First", "a\u202Eb").err()).contains("U+202E");
        assertThat(rig.run("authority", "issue", "First", " x").err()).contains("U+0020");
        passes(rig.run("authority", "issue", "First", "#zz"));
        String serial = passes(rig.run("authority", "show", "First", "--json"))
                .json()
                .at("/certificates/1/serial")
                .textValue();
        passes(rig.run("authority", "revoke", "First", serial));
        assertThat(passes(rig.run("certificate", "list")).out()).contains("revoked");
        Result renewed = rig.run("certificate", "renew", "pump");
        assertThat(renewed.code()).isNotEqualTo(ExitCode.PASS);
        assertThat(renewed.err()).contains("cli.certificate-revoked");
    }
}
