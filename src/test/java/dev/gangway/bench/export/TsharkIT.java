package dev.gangway.bench.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.Mosquitto;
import dev.gangway.bench.Runs;
import dev.gangway.bench.TestChain;
import dev.gangway.bench.export.RunExport.Format;
import dev.gangway.bench.export.RunExport.Secrets;
import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.MqttOptions.Version;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Publication;
import dev.gangway.bench.model.Run;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.pki.Identity;
import dev.gangway.secret.Secret;
import dev.gangway.ui.text.Words;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Wireshark's own eyes on our captures: opened down to MQTT, and without a password where it was taken out. */
@Tag("tshark")
@Tag("mosquitto")
class TsharkIT {
    private static final Identity ROOT = TestChain.root("Capture Root");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(TlsOptions.Version.class)
    void aSessionWithACertificateOpensDownToMqtt(TlsOptions.Version version) throws Exception {
        try (Mosquitto broker = broker()) {
            Run run = Runs.of(plan(broker, version, Optional.empty()));
            assertThat(run.passed()).as(Runs.show(run)).isTrue();
            String packets = tshark(run, Secrets.REDACTED, broker.port());
            assertThat(packets).contains("Connect Command", "Connect Ack", "Publish Message", "Disconnect Req");
        }
    }

    @ParameterizedTest
    @EnumSource(TlsOptions.Version.class)
    void aLoginIsNotOpenedUnlessAskedFor(TlsOptions.Version version) throws Exception {
        try (Mosquitto broker = broker()) {
            Run run = Runs.of(plan(broker, version, Optional.of("operator")));
            assertThat(tshark(run, Secrets.REDACTED, broker.port())).doesNotContain("Connect Command");
            assertThat(tshark(run, Secrets.KEPT, broker.port())).contains("Connect Command");
        }
    }

    @Test
    void segmentsAreInOrder() throws Exception {
        try (Mosquitto broker = broker()) {
            Run run = Runs.of(plan(broker, TlsOptions.Version.TLS_1_3, Optional.empty()));
            assertThat(tshark(run, Secrets.REDACTED, broker.port()))
                    .doesNotContain("TCP Retransmission", "TCP Out-Of-Order", "not captured", "Malformed");
        }
    }

    private Mosquitto broker() throws Exception {
        return Mosquitto.start(
                folder,
                Mosquitto.tls(
                        folder,
                        TestChain.server(ROOT),
                        ROOT.leaf(),
                        "require_certificate true",
                        "allow_anonymous true"));
    }

    private String tshark(Run run, Secrets secrets, int port) throws Exception {
        Path file = Files.createTempFile(folder, "run", ".pcapng");
        try (OutputStream out = Files.newOutputStream(file)) {
            RunExport.write(run, Format.PCAPNG, secrets, Words.load(Locale.ENGLISH), out);
        }
        Process process = new ProcessBuilder(
                        "tshark",
                        "-r",
                        file.toString(),
                        "-d",
                        "tcp.port==" + port + ",tls",
                        "-d",
                        "tls.port==" + port + ",mqtt")
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static Plan plan(Mosquitto broker, TlsOptions.Version version, Optional<String> user) {
        return Plan.connect(
                        Endpoint.of("localhost", broker.port(), true),
                        TlsOptions.trusting(List.of(ROOT.leaf()))
                                .withIdentity(TestChain.device("capture", ROOT))
                                .withVersions(List.of(version)),
                        MqttOptions.of(Version.V5, "capture", user, user.map(name -> Secret.of("let-me-in"))))
                .publishing(new Publication("a", new byte[10], 1));
    }
}
