package dev.gangway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.cli.CommandLineRig.Result;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.practice.PracticeOptions;
import dev.gangway.practice.PracticeServer;
import dev.gangway.practice.coap.CoapListener;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code gangway test} without a vault, against the practice server. */
class TestCommandIT {
    @TempDir
    private static Path home;

    private static PracticeServer server;
    private static CoapListener coap;
    private static CommandLineRig rig;
    private static String authority;

    @BeforeAll
    static void twoDevicesOnAServer() {
        server = PracticeServer.start(PracticeOptions.freePorts(new BouncyCastleMaker()))
                .orThrow();
        coap = server.startCoap(0, 0).orThrow();
        rig = new CommandLineRig(home, Map.of());
        authority = rig.file("ca.pem", server.authorityPem());
        String password = rig.file("password", server.tenantPassword());
        for (String[] device : new String[][] {{"pump-token", "--token"}, {"pump-x509", "--x509"}}) {
            Result made = rig.run(
                    "onboard",
                    device[0],
                    device[1],
                    "--server",
                    server.restUrl().toString(),
                    "--user",
                    server.tenantUser(),
                    "--password-file",
                    password,
                    "--no-vault",
                    "--out",
                    home.toString(),
                    "--test",
                    "none");
            assertThat(made.code()).as(made.out() + made.err()).isEqualTo(ExitCode.PASS);
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aTokenPassesInPlainText() {
        Result result = rig.run(plain("--token-file", path("pump-token.token"), "--telemetry"));
        assertThat(result.code()).as(result.out() + result.err()).isEqualTo(ExitCode.PASS);
        assertThat(result.out()).contains("CONNACK", "PUBACK", "✔ Passed").doesNotContain("\u001b[");
    }

    @ParameterizedTest
    @CsvSource({"5,1.3", "5,1.2", "3.1.1,1.3", "3.1.1,1.2"})
    void aCertificatePasses(String mqtt, String tlsVersion) {
        Result result = rig.run(secure(
                "--cert",
                path("pump-x509.crt.pem"),
                "--key",
                path("pump-x509.key.pem"),
                "--mqtt",
                mqtt,
                "--tls-version",
                tlsVersion,
                "--publish",
                "v1/devices/me/telemetry={\"t\":1}",
                "--json"));
        assertThat(result.code()).as(result.out()).isEqualTo(ExitCode.PASS);
        JsonNode json = result.json();
        assertThat(names(json)).containsExactly("verdict", "diagnosis", "notes", "servers", "connack", "tls", "events");
        assertThat(json.get("verdict").asText()).isEqualTo("pass");
        assertThat(json.get("diagnosis").isNull()).isTrue();
        assertThat(json.at("/connack/code").asInt()).isZero();
        assertThat(json.at("/tls/version").asText()).isEqualTo("TLS " + tlsVersion);
        assertThat(json.at("/tls/cipher").asText()).contains("AES");
        assertThat(json.at("/tls/serverVerified").asBoolean()).isTrue();
        assertThat(json.at("/tls/serverChain")).isNotEmpty();
        assertThat(json.at("/tls/clientCertificate/requested").asBoolean()).isTrue();
        assertThat(json.at("/tls/clientCertificate/sent").asBoolean()).isTrue();
        assertThat(json.at("/tls/clientCertificate/acceptedIssuers")).isNotEmpty();
        assertThat(json.get("events"))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(names(event))
                        .containsExactly("atMicros", "layer", "direction", "name", "bytes", "detail"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theDeviceApiIsAnotherWay(boolean tls) {
        for (String way : List.of("--http", "--coap")) {
            Result result = rig.run(api(way, tls, "--token-file", path("pump-token.token"), "--telemetry"));
            assertThat(result.code()).as(result.out() + result.err()).isEqualTo(ExitCode.PASS);
            assertThat(result.out()).contains("$TOKEN", way.equals("--http") ? "HTTP/1.1 200" : "2.01 Created");
            String wrong = rig.file("wrong", "WrongTokenWrongToken\n");
            Result refused = rig.run(api(way, tls, "--token-file", wrong, "--json"));
            assertThat(refused.code()).isEqualTo(ExitCode.FAIL);
            assertThat(refused.json().at("/diagnosis/code").asText()).isEqualTo("api.token-unknown");
            assertThat(refused.out()).doesNotContain("WrongToken");
        }
    }

    @Test
    void aCertificateSignsInOverCoapsAndNotOverHttp() {
        String[] certificate = {"--cert", path("pump-x509.crt.pem"), "--key", path("pump-x509.key.pem"), "--json"};
        Result coaps = rig.run(api("--coap", true, certificate));
        assertThat(coaps.code()).as(coaps.out()).isEqualTo(ExitCode.PASS);
        assertThat(coaps.json().at("/tls/clientCertificate/sent").asBoolean()).isTrue();
        Result https = rig.run(api("--http", true, certificate));
        assertThat(https.code()).isNotEqualTo(ExitCode.PASS);
        assertThat(https.json().at("/diagnosis/code").asText()).isEqualTo("onboarding.certificate-not-over-api");
    }

    @Test
    void aStockJavaClientSendsNoCertificateAndIsRefused() {
        Result result = rig.run(secure(
                "--cert", path("pump-x509.crt.pem"), "--key", path("pump-x509.key.pem"), "--stock-java", "--json"));
        assertThat(result.code()).isEqualTo(ExitCode.FAIL);
        assertThat(result.json().at("/tls/clientCertificate/requested").asBoolean())
                .isTrue();
        assertThat(result.json().at("/tls/clientCertificate/sent").asBoolean()).isFalse();
    }

    @Test
    void aRealJavaClientTriesTheSameOnRequest() {
        Result token = rig.run(plain("--token-file", path("pump-token.token"), "--also-stock-java"));
        assertThat(token.code()).as(token.out() + token.err()).isEqualTo(ExitCode.PASS);
        assertThat(token.out()).contains("✔ A stock Java client (Paho v5 1.2.5, MQTT 5) connects as well, without TLS");

        String[] certificate = {
            "--cert", path("pump-x509.crt.pem"), "--key", path("pump-x509.key.pem"), "--also-stock-java", "--json"
        };
        Result refused = rig.run(secure(certificate));
        assertThat(refused.code()).as("the verdict of the bench stays").isEqualTo(ExitCode.PASS);
        assertThat(refused.json().at("/stockJava/result").asText())
                .as("no issuer of the list fits, so Java sends no certificate: %s", refused.out())
                .isNotEqualTo("connected");
        assertThat(refused.json().at("/notes").toString()).contains("bench.also-stock-java-");

        String wrong = rig.file("wrong-for-java", "WrongTokenWrongToken\n");
        JsonNode old = rig.run(plain("--token-file", wrong, "--also-stock-java", "--mqtt", "3.1.1", "--json"))
                .json();
        assertThat(old.at("/stockJava/result").asText()).isEqualTo("refused");
        assertThat(old.at("/stockJava/code").asText())
                .isEqualTo(old.at("/connack/code").asText());
        assertThat(old.toString()).doesNotContain("WrongTokenWrongToken");

        assertThat(rig.run(plain("--token-file", wrong, "--also-stock-java", "--matrix"))
                        .err())
                .contains("--also-stock-java", "--matrix");
    }

    @Test
    void aWrongTokenFailsWithItsCauseAndWithoutTheToken() {
        String wrong = rig.file("wrong", "WrongTokenWrongToken\n");
        Result json = rig.run(plain("--token-file", wrong, "--json"));
        assertThat(json.code()).isEqualTo(ExitCode.FAIL);
        assertThat(json.json().get("verdict").asText()).isEqualTo("fail");
        assertThat(names(json.json().get("diagnosis")))
                .containsExactly(
                        "code", "title", "evidence", "remedies", "certainty", "established", "candidates", "excluded");
        assertThat(json.json().at("/diagnosis/evidence")).isNotEmpty();
        assertThat(json.json().at("/diagnosis/remedies")).isNotEmpty();
        assertThat(json.json().at("/connack/code").asInt()).isNotZero();
        assertThat(json.json().get("tls").isNull()).isTrue();
        Result text = rig.run(plain("--token-file", wrong));
        assertThat(text.code()).isEqualTo(ExitCode.FAIL);
        assertThat(text.out()).contains("✘", "What helps:", "1. ");
        assertThat(json.out() + text.out() + text.err()).doesNotContain("WrongToken");
    }

    @Test
    void anUncheckedServerIsNeverPassedOverInSilence() {
        Result refused = rig.run(
                "test",
                "--host",
                server.host(),
                "--port",
                String.valueOf(server.mqttsPort()),
                "--tls",
                "--token-file",
                path("pump-token.token"),
                "--json");
        assertThat(refused.code()).isEqualTo(ExitCode.FAIL);
        String[] unchecked = {
            "test",
            "--host",
            server.host(),
            "--port",
            String.valueOf(server.mqttsPort()),
            "--tls",
            "--insecure",
            "--token-file",
            path("pump-token.token")
        };
        Result passed = rig.run(unchecked);
        assertThat(passed.code()).as(passed.out()).isEqualTo(ExitCode.PASS);
        assertThat(passed.out()).contains("not checked (--insecure)");
    }

    @ParameterizedTest
    @CsvSource({
        "mqtt://localhost, server.host-has-scheme",
        "localhost/mqtt, server.host-has-path",
        "local host, server.host-has-spaces",
        "user@localhost, server.host-has-user",
        "'', server.host-empty",
        "-bad-, server.host-invalid",
    })
    void aHostThatIsMoreThanAHostIsAUsageError(String host, String code) {
        Result result = rig.run("test", "--host", host, "--json");
        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.json().at("/diagnosis/code").asText()).isEqualTo(code);
    }

    @Test
    void usageErrorsAreExitCodeTwo() {
        assertThat(rig.run("test", "--no-such-option").code()).isEqualTo(ExitCode.USAGE);
        assertThat(rig.run("test", "--host", "h", "--port", "x").code()).isEqualTo(ExitCode.USAGE);
        assertThat(rig.run("test", "--host", "h", "--port", "70000").err()).contains("cli.bad-value");
        assertThat(rig.run("test", "--host", "h", "--mqtt", "4").err()).contains("cli.bad-value");
        assertThat(rig.run("test", "--host", "h", "--ca", authority).err()).contains("cli.needs-tls");
        assertThat(rig.run("test").err()).contains("cli.option-needed");
    }

    @Test
    void theMatrixShowsWhichWaysTheServerTakes() {
        Result result = rig.run(secure(
                "--cert",
                path("pump-x509.crt.pem"),
                "--key",
                path("pump-x509.key.pem"),
                "--matrix=tls,certificate",
                "--json"));
        assertThat(result.code()).as(result.out()).isEqualTo(ExitCode.PASS);
        JsonNode runs = result.json().get("runs");
        assertThat(runs).hasSize(6).allSatisfy(run -> {
            boolean sent = run.at("/traits/1").asText().equals("certificate_always");
            assertThat(run.get("verdict").asText()).isEqualTo(sent ? "pass" : "fail");
            assertThat(run.at("/tls/version").asText())
                    .isEqualTo(run.at("/traits/0").asText().equals("tls_1_3") ? "TLS 1.3" : "TLS 1.2");
        });
        Result table = rig.run(plain("--token-file", path("pump-token.token"), "--matrix"));
        assertThat(table.code()).isEqualTo(ExitCode.PASS);
        assertThat(table.out()).contains("MQTT 3.1.1 · token in user name", "MQTT 5 · token in password", "fail");
        Result tokens = rig.run(plain("--token-file", path("pump-token.token"), "--matrix=token", "--json"));
        assertThat(tokens.json().get("runs")).hasSize(2);
        assertThat(tokens.json().at("/runs/0/verdict").asText()).isEqualTo("pass");
        assertThat(tokens.json().at("/runs/1/diagnosis/code").asText()).isEqualTo("mqtt.token-in-password");
        assertThat(rig.run(plain("--matrix=colour")).err()).contains("cli.bad-value");
    }

    @Test
    void aTestIsExportedWithoutItsSecrets() throws Exception {
        String token = Files.readString(Path.of(path("pump-token.token")));
        for (String ending : List.of("json", "html", "pcapng", "keylog")) {
            String file = path("export." + ending);
            Result result = rig.run(plain("--token-file", path("pump-token.token"), "--export", file));
            assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.PASS);
            String text = Files.readString(Path.of(file), StandardCharsets.ISO_8859_1);
            assertThat(text).doesNotContain(token);
            assertThat(text.isEmpty()).as("without TLS there are no keys").isEqualTo(ending.equals("keylog"));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(file))))
                    .as("for its owner alone")
                    .isEqualTo("rw-------");
            assertThat(rig.run(plain("--token-file", path("pump-token.token"), "--export", file))
                            .err())
                    .contains("cli.cannot-write");
        }
        assertThat(rig.run(plain("--export", path("export.exe"))).err()).contains("cli.bad-value");
    }

    @Test
    void twoTestsAreCompared() {
        String wrong = rig.file("wrong-for-compare", "WrongTokenWrongToken\n");
        String[] passing = plain("--token-file", path("pump-token.token"), "--json");
        String earlier = rig.file("earlier.json", rig.run(passing).out());
        Result failing = rig.run(plain("--token-file", wrong, "--compare", earlier));
        assertThat(failing.code()).isEqualTo(ExitCode.FAIL);
        assertThat(failing.out()).contains("Different from the earlier test", "- pass", "+ fail", "connack.code");
        Result json = rig.run(plain("--token-file", wrong, "--compare", earlier, "--json"));
        assertThat(json.json().at("/comparison/same").asBoolean()).isFalse();
        assertThat(json.json().at("/comparison/fields/0/field").asText()).isEqualTo("verdict");
        assertThat(json.json().at("/comparison/events")).isNotEmpty();
        assertThat(rig.run(plain("--token-file", wrong, "--compare", wrong)).err())
                .contains("cli.not-a-run");
    }

    @Test
    void exportedTestsAreComparedToo() {
        String wrong = rig.file("wrong-for-export", "WrongTokenWrongToken\n");
        String passed = path("passed-once.json");
        String failed = path("failed-once.json");
        rig.run(plain("--token-file", path("pump-token.token"), "--export", passed));
        rig.run(plain("--token-file", wrong, "--export", failed));
        Result same = rig.run(plain("--token-file", path("pump-token.token"), "--compare", passed));
        assertThat(same.out()).contains("Nothing is different from the earlier test");
        assertThat(rig.run("compare", passed, passed).code()).isEqualTo(ExitCode.PASS);
        Result differ = rig.run("compare", passed, failed, "--json");
        assertThat(differ.code()).isEqualTo(ExitCode.FAIL);
        assertThat(differ.json().get("fields"))
                .extracting(field -> field.get("field").asText())
                .containsExactly("verdict", "diagnosis.code");
        assertThat(differ.json().get("events")).isNotEmpty();
    }

    @Test
    void withoutAVaultWrongLoginsAreTriedToo() {
        Result result = rig.run(plain("--token-file", path("pump-token.token"), "--negative-proof", "--json"));
        assertThat(result.code()).as(result.out()).isEqualTo(ExitCode.PASS);
        assertThat(result.json().get("runs"))
                .extracting(run -> run.get("wrong").asText())
                .containsExactly("login", "no_credential");
    }

    @Test
    void filesThatCannotBeUsedSayWhy() {
        String damaged = rig.file("damaged.pem", "-----BEGIN CERTIFICATE-----\n!!!!\n-----END CERTIFICATE-----\n");
        Result bad = rig.run(secure("--cert", damaged, "--key", path("pump-x509.key.pem"), "--json"));
        assertThat(bad.code()).isEqualTo(ExitCode.INPUT);
        assertThat(bad.json().at("/diagnosis/code").asText()).startsWith("pki.");
        assertThat(rig.run(secure("--cert", path("pump-x509.key.pem"), "--key", path("pump-x509.key.pem")))
                        .err())
                .contains("pki.private-key-for-certificate");
        assertThat(rig.run(secure("--cert", path("none.pem"), "--key", path("none.pem")))
                        .err())
                .contains("pki.file-missing");
        assertThat(rig.run(secure("--cert", path("pump-x509.crt.pem"))).err()).contains("cli.key-and-certificate");
    }

    private static String[] api(String way, boolean tls, String... more) {
        int port = way.equals("--http")
                ? tls ? server.httpsPort() : server.restUrl().getPort()
                : tls ? coap.securePort() : coap.port();
        List<String> first = new ArrayList<>(List.of("--host", server.host(), "--port", String.valueOf(port), way));
        if (tls) {
            first.addAll(List.of("--tls", "--ca", authority));
        }
        return command(first, more);
    }

    private static String[] plain(String... more) {
        return command(List.of("--host", server.host(), "--port", String.valueOf(server.mqttPort())), more);
    }

    private static String[] secure(String... more) {
        return command(
                List.of(
                        "--host",
                        server.host(),
                        "--port",
                        String.valueOf(server.mqttsPort()),
                        "--tls",
                        "--ca",
                        authority),
                more);
    }

    private static String[] command(List<String> first, String... more) {
        List<String> all = new ArrayList<>(List.of("test"));
        all.addAll(first);
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static String path(String name) {
        return home.resolve(name).toString();
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
