package dev.gangway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.bench.Mosquitto;
import dev.gangway.bench.TestChain;
import dev.gangway.cli.CommandLineRig.Result;
import dev.gangway.pki.CertificateSpec;
import dev.gangway.pki.Identity;
import dev.gangway.pki.Pem;
import dev.gangway.pki.Source;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.pki.bouncycastle.BouncyCastleRequests;
import dev.gangway.pki.pkcs11.SoftHsm;
import dev.gangway.practice.PracticeOptions;
import dev.gangway.practice.PracticeServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a key in a token to a passing live test, on the command line. */
@Tag("softhsm")
class HardwareCommandsIT {
    private final BouncyCastleMaker maker = new BouncyCastleMaker();

    @TempDir
    private Path home;

    private CommandLineRig rig;
    private CommandLineRig wrongPin;

    @BeforeEach
    void aToken() throws Exception {
        Map<String, String> environment = Map.of(
                Secrets.VARIABLE,
                CommandLineRig.PASSPHRASE,
                TokenOptions.MODULE,
                SoftHsm.module().toString());
        rig = new CommandLineRig(home, with(environment, SoftHsm.PIN));
        wrongPin = new CommandLineRig(home, with(environment, "0000"));
    }

    private static Map<String, String> with(Map<String, String> environment, String pin) {
        Map<String, String> all = new HashMap<>(environment);
        all.put(Secrets.PIN, pin);
        return all;
    }

    private void passes(Result result) {
        assertThat(result.code()).as(result.out() + result.err()).isEqualTo(ExitCode.PASS);
    }

    private Result hardware(String... args) {
        List<String> all = new ArrayList<>(List.of("hardware", args[0], "--token", SoftHsm.TOKEN));
        all.addAll(List.of(args).subList(1, args.length));
        return rig.run(all.toArray(String[]::new));
    }

    @Test
    void aDeviceSignsInWithAKeyInTheToken() {
        for (String type : new String[] {"ec-p256", "rsa-2048"}) {
            String name = "pump-" + type;
            try (PracticeServer server =
                    PracticeServer.start(PracticeOptions.freePorts(maker)).orThrow()) {
                passes(rig.run("vault", "create", "--vault", vault(type)));
                String password = rig.file("password-" + type, server.tenantPassword());
                passes(rig.run(
                        "server",
                        "add",
                        "practice",
                        "--vault",
                        vault(type),
                        "--url",
                        server.restUrl().toString(),
                        "--user",
                        server.tenantUser(),
                        "--password-file",
                        password,
                        "--mqtts-at",
                        server.host() + ":" + server.mqttsPort(),
                        "--ca",
                        rig.file("ca-" + type + ".pem", server.authorityPem())));
                passes(hardware("make", name, "--key-type", type));
                passes(rig.run("device", "create", name, "--vault", vault(type)));
                passes(hardware("use", name, name, "--vault", vault(type)));
                passes(rig.run("device", "push", name, "--server", "practice", "--vault", vault(type)));
                Result tested = rig.run("test", name, "--vault", vault(type), "--json");
                passes(tested);
                JsonNode tls = tested.json().get("tls");
                assertThat(tls.get("clientCertificate").get("sent").asBoolean()).isTrue();
                Result refused = wrongPin.run("test", name, "--vault", vault(type));
                assertThat(refused.code()).isEqualTo(ExitCode.INPUT);
                assertThat(refused.err()).contains("hardware.pin-wrong", "Wrong PINs in this session: 1");
                Result exported =
                        rig.run("device", "export", name, "--vault", vault(type), "--out", home.toString(), "--yes");
                assertThat(exported.code()).isEqualTo(ExitCode.INPUT);
                assertThat(exported.err()).contains("pki.key-not-exportable");
            }
        }
    }

    private String vault(String name) {
        return home.resolve(name + ".vault").toString();
    }

    @Test
    @Tag("mosquitto")
    void mosquittoTakesACertificateThatAnAuthorityIssuedForItsRequest() throws Exception {
        Instant now = Instant.now().minusSeconds(60);
        Instant end = now.plus(Duration.ofDays(20));
        Identity authority = TestChain.root("Plant");
        Identity server = TestChain.server(authority);
        passes(hardware("make", "valve-7"));
        Path request = home.resolve("valve-7.csr");
        passes(hardware("request", "valve-7", "--subject", "CN=valve-7,O=Plant 2", "--out", request.toString()));
        var csr =
                new BouncyCastleRequests().read(Source.file(request).orThrow()).orThrow();
        String issued = rig.file(
                "valve-7.pem",
                pem(maker.issue(csr.key(), CertificateSpec.device(csr.subject(), now, end), authority)
                        .orThrow()
                        .getEncoded()));
        passes(hardware("certify", "valve-7", issued));
        Result keys = hardware("keys", "--json");
        passes(keys);
        assertThat(keys.json().get("keys").findValuesAsText("subject")).contains("CN=valve-7,O=Plant 2");

        String[] tls = Mosquitto.tls(
                home, server, authority.leaf(), "require_certificate true", "use_identity_as_username true");
        try (Mosquitto broker = Mosquitto.start(home, tls)) {
            passes(rig.run("vault", "create"));
            passes(rig.run(
                    "server",
                    "add",
                    "broker",
                    "--broker",
                    "localhost",
                    "--mqtts-at",
                    "localhost:" + broker.port(),
                    "--ca",
                    home.resolve("ca.pem").toString()));
            passes(rig.run("onboard", "valve-7", "--server", "broker", "--test", "none"));
            passes(hardware("use", "valve-7", "valve-7"));
            passes(rig.run("test", "valve-7"));
        }
    }

    private static String pem(byte[] der) {
        return new String(Pem.block("CERTIFICATE", der));
    }

    @Test
    void showsWhatThereIsAndAsksForWhatIsMissing() {
        Result tokens = rig.run("hardware", "tokens", "--json");
        passes(tokens);
        assertThat(tokens.json().get("tokens").findValuesAsText("label")).contains(SoftHsm.TOKEN);
        Result noToken = rig.run("hardware", "keys");
        assertThat(noToken.code()).isEqualTo(ExitCode.USAGE);
        assertThat(noToken.err()).contains("cli.option-needed", "--token");
        Result noPin = new CommandLineRig(home, Map.of(TokenOptions.MODULE, tokenModule()))
                .run("hardware", "keys", "--token", SoftHsm.TOKEN);
        assertThat(noPin.code()).isEqualTo(ExitCode.INPUT);
        assertThat(noPin.err()).contains("hardware.token-closed");
        assertThat(rig.run(
                                "hardware",
                                "tokens",
                                "--module",
                                home.resolve("none.so").toString())
                        .err())
                .contains("hardware.module-missing");
        assertThat(new CommandLineRig(home, Map.of()).run("hardware", "tokens").err())
                .contains("cli.option-needed", "--module");
    }

    private static String tokenModule() {
        try {
            return SoftHsm.module().toString();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
