package dev.gangway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.cli.CommandLineRig.Result;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.practice.PracticeOptions;
import dev.gangway.practice.PracticeServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every type of credential on the command line, each ending in a live test; and the refusals. */
class CredentialTypesIT {
    @TempDir
    private Path home;

    private PracticeServer server;
    private CommandLineRig rig;

    @BeforeEach
    void addServer() {
        server = PracticeServer.start(PracticeOptions.freePorts(new BouncyCastleMaker()))
                .orThrow();
        rig = new CommandLineRig(home);
        rig.vaultWith("plant", server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void mqttBasicSignsInAndAWrongPasswordIsNamed() {
        passes(onboard(
                "basic-1",
                "--basic-client-id",
                "c-1",
                "--basic-username",
                "u-1",
                "--basic-password-file",
                secret("right")));
        passes(
                "device",
                "credential",
                "basic-1",
                "--basic-client-id",
                "c-1",
                "--basic-username",
                "u-1",
                "--basic-password-file",
                secret("wrong"));
        Result refused = rig.run("test", "basic-1", "--json");
        assertThat(refused.code()).isEqualTo(ExitCode.FAIL);
        assertThat(refused.json().at("/diagnosis/code").asText()).isEqualTo("device.login-differs");
    }

    @Test
    void aChainRegistersItsDeviceAndIsRenewedByConnecting() {
        passes("authority", "create", "root");
        passes("authority", "create", "line", "--below", "root");
        String yields = passes(
                        "profile",
                        "chain",
                        "pumps",
                        "--server",
                        "plant",
                        "--authority",
                        "line",
                        "--name-expression",
                        "(pump-\\d+)",
                        "--try",
                        "pump-1")
                .out();
        assertThat(yields).contains("yields the device pump-1");
        String[] chain = {"--profile", "pumps", "--issued-by", "line", "--first-contact"};
        passes(onboard("pump-1", chain));
        assertThat(rig.run(onboard("tank-1", chain)).code())
                .as("a name that does not match")
                .isEqualTo(ExitCode.FAIL);
    }

    @Test
    void aProvisionedDeviceKeepsWhatItGot() {
        String secret = secret("secret-of-tanks");
        Result unknown = rig.run(onboard("tank-1", "--provision-key", "tanks", "--provision-secret-file", secret));
        assertThat(unknown.out() + unknown.err()).contains("knows no device profile with this provision key");
        passes("profile", "provisioning", "tanks", "--server", "plant", "--key", "tanks", "--secret-file", secret);
        passes(onboard("tank-1", "--profile", "tanks", "--provision-key", "tanks", "--provision-secret-file", secret));
        String url = server.restUrl().toString();
        String[] alone = {
            "provision", "tank-2", "--url", url, "--key", "tanks", "--secret-file", secret, "--out", home.toString()
        };
        passes(alone);
        assertThat(home.resolve("tank-2.token")).exists();
        Result again = rig.run(alone);
        assertThat(again.err()).contains("tank-2");
        assertThat(again.code()).isEqualTo(ExitCode.SERVER);
    }

    @Test
    void aCredentialIsAskedForOverMqttAsWell() {
        String secret = secret("secret-of-wells");
        passes("profile", "provisioning", "wells", "--server", "plant", "--key", "wells", "--secret-file", secret);
        passes(onboard(
                "well-1",
                "--profile",
                "wells",
                "--provision-key",
                "wells",
                "--provision-secret-file",
                secret,
                "--provision-over-mqtt"));
        String[] alone = {
            "provision",
            "well-2",
            "--url",
            "mqtt://localhost:" + server.mqttPort(),
            "--key",
            "wells",
            "--secret-file",
            secret,
            "--out",
            home.toString()
        };
        passes(alone);
        assertThat(home.resolve("well-2.token")).exists();
        assertThat(rig.run(alone).code()).isEqualTo(ExitCode.SERVER);
        passes(
                "provision",
                "well-3",
                "--url",
                "mqtt://localhost:" + server.mqttPort(),
                "--key",
                "wells",
                "--secret-file",
                secret,
                "--basic-username",
                "well-3-user");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HS512", "RS256", "ES256", "EdDSA"})
    void aTokenSignedHereSignsInOnAPracticeServer(String algorithm) {
        Result result = new CommandLineRig(home, Map.of())
                .run("onboard", "--practice", "--jwt-alg", algorithm, "--token-in", "username", "jwt-1");
        assertThat(result.code()).as(result.out() + result.err()).isEqualTo(ExitCode.PASS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"exp=1000", "clientid=another"})
    void aTokenThatDoesNotFitIsExplained(String claim) {
        Result result = new CommandLineRig(home, Map.of())
                .run("onboard", "--practice", "--jwt-alg", "ES256", "--claim", claim, "--json", "jwt-2");
        assertThat(result.code()).isEqualTo(ExitCode.FAIL);
        assertThat(result.json().at("/diagnosis/code").asText()).isIn("mqtt.jwt-expired", "mqtt.jwt-claim-differs");
    }

    @Test
    void aTokenOfAnAuthorizationServerSignsIn() {
        passes(onboard(
                "meter-1",
                "--oauth-issuer",
                server.restUrl().toString(),
                "--oauth-client",
                "practice",
                "--oauth-secret-file",
                secret("practice-secret")));
        passes("test", "meter-1");
        Result refused = rig.run(onboard(
                "meter-2",
                "--oauth-url",
                server.restUrl() + "/oauth/token",
                "--oauth-client",
                "practice",
                "--oauth-secret-file",
                secret("wrong")));
        assertThat(refused.out() + refused.err()).contains("does not know this client");
    }

    private String secret(String text) {
        return rig.file("secret-" + text, text);
    }

    private String[] onboard(String name, String... more) {
        List<String> args = new ArrayList<>(List.of("onboard", name, "--server", "plant"));
        args.addAll(List.of(more));
        return args.toArray(String[]::new);
    }

    private Result passes(String... args) {
        return rig.passes(args);
    }
}
