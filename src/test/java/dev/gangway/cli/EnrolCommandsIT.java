package dev.gangway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.TestChain;
import dev.gangway.cli.CommandLineRig.Result;
import dev.gangway.enrolment.cmp.CmpMock;
import dev.gangway.pki.CertificateSpec;
import dev.gangway.pki.Identity;
import dev.gangway.pki.Source;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.pki.bouncycastle.BouncyCastleRequests;
import dev.gangway.pki.pkcs11.SoftHsm;
import dev.gangway.practice.PracticeOptions;
import dev.gangway.practice.PracticeServer;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From nothing to a passing live test with a certificate that the device enrolled for. */
class EnrolCommandsIT {
    @TempDir
    private Path home;

    private CommandLineRig rig;
    private PracticeServer server;
    private String password;
    private String ca;

    @BeforeEach
    void start() {
        rig = new CommandLineRig(home);
        server = PracticeServer.start(
                        PracticeOptions.freePorts(new BouncyCastleMaker()).withEnrolment(new BouncyCastleRequests()))
                .orThrow();
        password = rig.file("password", "practice-secret\n");
        ca = rig.file("ca.pem", server.authorityPem());
        rig.vaultWith("practice", server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static void passes(Result result) {
        assertThat(result.code()).as(result.out() + result.err()).isEqualTo(ExitCode.PASS);
    }

    private String url() {
        return "https://localhost:" + server.httpsPort();
    }

    private void pushesAndConnects(CommandLineRig with, String name) {
        passes(with.run("device", "push", name, "--server", "practice"));
        passes(with.run("test", name));
    }

    @Test
    void enrolsRenewsAndConnectsEachTime() {
        Result first = rig.run(
                "enrol",
                "est",
                "pump-1",
                "--url",
                url(),
                "--ca",
                ca,
                "--user",
                "practice",
                "--password-file",
                password,
                "--json");
        passes(first);
        assertThat(first.json().get("subject").asText()).isEqualTo("CN=pump-1");
        assertThat(first.json().get("issuer").asText()).contains("Practice Device CA");
        pushesAndConnects(rig, "pump-1");
        Result second = rig.run("enrol", "est", "pump-1", "--url", url(), "--ca", ca, "--renew", "--json");
        passes(second);
        assertThat(second.json().get("sha256")).isNotEqualTo(first.json().get("sha256"));
        pushesAndConnects(rig, "pump-1");
    }

    @Test
    void refusalsLeaveTheVaultAsItWas() {
        Result wrong = rig.run(
                "enrol",
                "est",
                "pump-2",
                "--url",
                url(),
                "--ca",
                ca,
                "--user",
                "practice",
                "--password-file",
                rig.file("wrong", "guessed"));
        assertThat(wrong.code()).isEqualTo(ExitCode.SERVER);
        assertThat(wrong.err()).contains("enrolment.unauthorized").doesNotContain("guessed");
        Result stranger = rig.run("enrol", "est", "pump-2", "--url", url());
        assertThat(stranger.err()).contains("enrolment.authority-unconfirmed", "CN=Practice Device CA");
        assertThat(rig.run("enrol", "est", "pump-2", "--url", "http://localhost")
                        .err())
                .contains("enrolment.address");
        assertThat(rig.run("device", "list").out()).doesNotContain("pump-2");
        passes(rig.run("device", "create", "token-device"));
        assertThat(rig.run("enrol", "est", "token-device", "--url", url(), "--ca", ca, "--renew")
                        .err())
                .contains("onboarding.no-certificate");
    }

    @Test
    @Tag("softhsm")
    void enrolsAndRenewsAKeyInAToken() throws Exception {
        CommandLineRig withToken = new CommandLineRig(
                home,
                Map.of(
                        Secrets.VARIABLE,
                        CommandLineRig.PASSPHRASE,
                        Secrets.PIN,
                        SoftHsm.PIN,
                        TokenOptions.MODULE,
                        SoftHsm.module().toString()));
        passes(withToken.run(
                "enrol",
                "est",
                "valve-9",
                "--url",
                url(),
                "--ca",
                ca,
                "--user",
                "practice",
                "--password-file",
                password,
                "--hardware-key",
                "valve-9",
                "--token",
                SoftHsm.TOKEN));
        pushesAndConnects(withToken, "valve-9");
        passes(withToken.run("enrol", "est", "valve-9", "--url", url(), "--ca", ca, "--renew"));
        pushesAndConnects(withToken, "valve-9");
        Result keys = withToken.run("hardware", "keys", "--token", SoftHsm.TOKEN);
        assertThat(keys.out()).contains("valve-9", "CN=valve-9");
    }

    @Test
    void aCertificateForAnotherKeyIsNotKept() throws Exception {
        Identity authority = TestChain.root("Plant CA");
        Identity other = TestChain.device("pump-3", authority);
        try (CmpMock mock = CmpMock.start(home, authority, other.leaf(), "-grant_implicitconf")) {
            Result refused = rig.run(
                    "enrol",
                    "cmp",
                    "pump-3",
                    "--url",
                    mock.url(),
                    "--ca",
                    home.resolve("ca.pem").toString(),
                    "--reference",
                    CmpMock.REFERENCE,
                    "--secret-file",
                    rig.file("secret", CmpMock.SECRET));
            assertThat(refused.code()).isEqualTo(ExitCode.SERVER);
            assertThat(refused.err()).contains("enrolment.other-key", "CN=pump-3");
            assertThat(rig.run("device", "list").out()).doesNotContain("pump-3");
        }
        assertThat(rig.run("enrol", "cmp", "pump-3", "--url", "http://127.0.0.1", "--ca", ca)
                        .err())
                .contains("cli.option-needed");
    }

    @Test
    @Tag("softhsm")
    void aKeyInATokenIsCertifiedByCmp() throws Exception {
        String token = SoftHsm.TOKEN;
        CommandLineRig withToken = new CommandLineRig(
                home,
                Map.of(
                        Secrets.VARIABLE,
                        CommandLineRig.PASSPHRASE,
                        Secrets.PIN,
                        SoftHsm.PIN,
                        TokenOptions.MODULE,
                        SoftHsm.module().toString()));
        passes(withToken.run("hardware", "make", "cmp-key", "--token", token));
        Path request = home.resolve("cmp.csr");
        passes(withToken.run("hardware", "request", "cmp-key", "--token", token, "--out", request.toString()));
        Identity authority = TestChain.root("Plant CA");
        X509Certificate issued = new BouncyCastleMaker()
                .issue(
                        new BouncyCastleRequests()
                                .read(Source.file(request).orThrow())
                                .orThrow()
                                .key(),
                        CertificateSpec.device(
                                "CN=pump-4",
                                Instant.now().minusSeconds(60),
                                Instant.now().plusSeconds(86_400)),
                        authority)
                .orThrow();
        try (CmpMock mock = CmpMock.start(home, authority, issued)) {
            passes(withToken.run(
                    "enrol",
                    "cmp",
                    "pump-4",
                    "--url",
                    mock.url(),
                    "--ca",
                    home.resolve("ca.pem").toString(),
                    "--reference",
                    CmpMock.REFERENCE,
                    "--secret-file",
                    rig.file("secret", CmpMock.SECRET),
                    "--hardware-key",
                    "cmp-key",
                    "--token",
                    token,
                    "--type",
                    "p10cr"));
            passes(withToken.run(
                    "enrol",
                    "cmp",
                    "pump-4",
                    "--url",
                    mock.url(),
                    "--ca",
                    home.resolve("ca.pem").toString(),
                    "--renew"));
        }
        pushesAndConnects(withToken, "pump-4");
    }
}
