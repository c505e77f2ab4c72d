package dev.gangway.bench.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.Mosquitto;
import dev.gangway.bench.TestChain;
import dev.gangway.bench.model.DeviceApi;
import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.Endpoint.Transport;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Publication;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.pki.Identity;
import dev.gangway.pki.Pem;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.practice.PracticeClient;
import dev.gangway.practice.PracticeOptions;
import dev.gangway.practice.PracticeServer;
import dev.gangway.secret.Secret;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The commands beside a diagnosis do what they say, once files and variables hold what they are named for. */
@Tag("mosquitto")
class CommandLinesIT {
    private static final String TOKEN = "CommandToken00000001";
    private static final String PASSWORD = "command-password";
    private static final Publication TELEMETRY = new Publication(
            "v1/devices/me/telemetry", "{\"it's\":\"a \\\"quote\\\"\"}".getBytes(StandardCharsets.UTF_8), 1);

    @TempDir
    private Path folder;

    private final Identity root = TestChain.root("Command root");
    private final Identity device = TestChain.device("command-device", TestChain.intermediate("Command line", root));
    private final PracticeServer server = PracticeServer.start(PracticeOptions.freePorts(new BouncyCastleMaker()))
            .orThrow();
    private TlsOptions tls = TlsOptions.trusting(List.of());

    @BeforeEach
    void fillFiles() throws Exception {
        X509Certificate authority = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(
                        new ByteArrayInputStream(server.authorityPem().getBytes(StandardCharsets.US_ASCII)));
        tls = TlsOptions.trusting(List.of(authority));
        Files.writeString(folder.resolve("authority.pem"), server.authorityPem());
        Files.writeString(folder.resolve("device.pem"), Pem.certificates(device.chain()));
        Files.writeString(
                folder.resolve("chain.pem"),
                Pem.certificates(device.chain().subList(1, device.chain().size())));
        Files.writeString(
                folder.resolve("device.key"), Pem.privateKey(device.key()).reveal());
        try (PracticeClient rest = PracticeClient.of(server)) {
            rest.deviceWithToken("token-device", TOKEN);
            rest.deviceWithCertificate("command-device", Pem.certificate(device.leaf()));
        }
    }

    @AfterEach
    void closeTheServer() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(TlsOptions.Version.class)
    void opensslShowsTheHandshakeWithTheChainOfTheDevice(TlsOptions.Version version) throws Exception {
        Plan plan = secured(tls.withIdentity(device).withVersions(List.of(version)));
        String output = passes(CommandLines.openssl(plan), Map.of());
        assertThat(output)
                .contains("Verify return code: 0 (ok)", version == TlsOptions.Version.TLS_1_3 ? "TLSv1.3" : "TLSv1.2")
                .doesNotContain("alert read");
    }

    @ParameterizedTest
    @EnumSource(MqttOptions.Version.class)
    void mosquittoPublishesWithATokenInEveryVersion(MqttOptions.Version version) throws Exception {
        MqttOptions mqtt = MqttOptions.of(version, "command client", Optional.of(TOKEN), Optional.empty());
        Plan plan = Plan.connect(Endpoint.of(server.host(), server.mqttPort(), false), tls, mqtt)
                .publishing(TELEMETRY);
        assertThat(passes(CommandLines.mosquitto(plan), Map.of("MQTT_USER", TOKEN)))
                .contains("PUBACK");
    }

    @Test
    void mosquittoPublishesWithACertificate() throws Exception {
        assertThat(passes(CommandLines.mosquitto(secured(tls.withIdentity(device))), Map.of()))
                .contains("PUBACK");
    }

    @Test
    void mosquittoPublishesWithAPassword() throws Exception {
        Path passwords = Mosquitto.passwords(folder, "user", PASSWORD);
        try (Mosquitto broker = Mosquitto.start(folder, "password_file " + passwords)) {
            MqttOptions mqtt =
                    MqttOptions.of(MqttOptions.Version.V5, "", Optional.of("user"), Optional.of(Secret.of(PASSWORD)));
            Plan plan = Plan.connect(Endpoint.of("127.0.0.1", broker.port(), false), tls, mqtt)
                    .publishing(TELEMETRY);
            assertThat(passes(CommandLines.mosquitto(plan), Map.of("MQTT_USER", "user", "MQTT_PASSWORD", PASSWORD)))
                    .contains("PUBACK");
        }
    }

    @Test
    void curlPostsToTheDeviceApi() throws Exception {
        Endpoint endpoint = DeviceApi.endpoint(server.host(), server.restUrl().getPort(), Transport.HTTP, false);
        MqttOptions mqtt = MqttOptions.of(MqttOptions.Version.V5, "", Optional.of(TOKEN), Optional.empty());
        List<String> lines = CommandLines.of(Plan.connect(endpoint, tls, mqtt).publishing(TELEMETRY));
        assertThat(lines).singleElement().asString().startsWith("curl ");
        assertThat(passes(lines, Map.of("TOKEN", TOKEN))).contains("200 OK");
    }

    private Plan secured(TlsOptions options) {
        return Plan.connect(
                        Endpoint.of(server.host(), server.mqttsPort(), true),
                        options,
                        MqttOptions.of(MqttOptions.Version.V5, "", Optional.empty(), Optional.empty()))
                .publishing(TELEMETRY);
    }

    /** Runs the only line in a shell, and gives back what it said; nothing secret stands in the line. */
    private String passes(List<String> lines, Map<String, String> variables) throws Exception {
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst()).doesNotContain(TOKEN, PASSWORD);
        Path output = folder.resolve("output");
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", lines.getFirst() + " < /dev/null")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        shell.environment().putAll(variables);
        Process process = shell.start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        String said = Files.readString(output, StandardCharsets.ISO_8859_1);
        assertThat(ended).as(said).isTrue();
        assertThat(process.exitValue()).as(lines.getFirst() + "\n" + said).isZero();
        return said;
    }
}
