package dev.gangway.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.NetDetail;
import dev.gangway.bench.event.TlsDetail;
import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.MqttOptions.Version;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Publication;
import dev.gangway.bench.model.Run;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.bench.model.TlsOptions.Presentation;
import dev.gangway.bench.mqtt.packet.Connack;
import dev.gangway.pki.CertificateSpec.Purpose;
import dev.gangway.pki.Identity;
import dev.gangway.pki.KeyType;
import dev.gangway.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The bench against a broker that is none of ours: what Mosquitto 2.0 answers to every kind of login. */
@Tag("mosquitto")
class BenchMosquittoIT {
    private static final Identity ROOT = TestChain.root("Plant Root");
    private static final Publication MESSAGE =
            new Publication("plant/line4", "{\"temperature\":25}".getBytes(StandardCharsets.UTF_8), 1);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Version.class)
    void everyVersionOfMqttPasses(Version version) throws Exception {
        try (Mosquitto broker = Mosquitto.start(folder, "allow_anonymous true")) {
            Run run = Runs.of(plan(broker, TlsOptions.trusting(List.of()), false, login(version, null, null)));
            assertThat(run.passed()).as(Runs.show(run)).isTrue();
            assertThat(Runs.names(run, Direction.OUT)).containsExactly("CONNECT", "PUBLISH", "DISCONNECT");
            assertThat(Runs.names(run, Direction.IN)).containsExactly("CONNACK", "PUBACK");
        }
    }

    @ParameterizedTest
    @CsvSource({"0,PINGRESP", "1,PUBACK", "2,PUBCOMP"})
    void everyQosIsAnswered(int qos, String answer) throws Exception {
        try (Mosquitto broker = Mosquitto.start(folder, "allow_anonymous true")) {
            Plan plan = plan(broker, TlsOptions.trusting(List.of()), false, login(Version.V5, null, null))
                    .publishing(new Publication("a", new byte[] {1}, qos));
            Run run = Runs.of(plan);
            assertThat(Runs.names(run, Direction.IN)).as(Runs.show(run)).contains(answer);
        }
    }

    @ParameterizedTest
    @CsvSource({"V5,right,0,0", "V5,wrong,135,1", "V3_1_1,right,0,0", "V3_1_1,wrong,5,1", "V3_1,wrong,5,1"})
    void passwordIsJudgedInConnack(Version version, String password, int code, int failures) throws Exception {
        Path file = Mosquitto.passwords(folder, "line4", "right");
        try (Mosquitto broker = Mosquitto.start(folder, "password_file " + file)) {
            Run run = Runs.of(plan(broker, TlsOptions.trusting(List.of()), false, login(version, "line4", password)));
            assertThat(Runs.detail(run, Connack.class).orElseThrow().code()).isEqualTo(code);
            assertThat(run.passed()).isEqualTo(failures == 0);
        }
    }

    @Test
    void anUnknownMethodOfEnhancedAuthenticationIsRefused() throws Exception {
        try (Mosquitto broker = Mosquitto.start(folder, "allow_anonymous true")) {
            MqttOptions options = login(Version.V5, null, null)
                    .withAuthentication(
                            Optional.of(new MqttOptions.Authentication("SCRAM-SHA-256", "me", Secret.of("pw"))));
            Run run = Runs.of(plan(broker, TlsOptions.trusting(List.of()), false, options));
            assertThat(Runs.detail(run, Connack.class).orElseThrow().code()).isEqualTo(0x8C);
        }
    }

    @ParameterizedTest
    @CsvSource({"TLS_1_2,EC_P256", "TLS_1_3,EC_P256", "TLS_1_2,RSA_2048", "TLS_1_3,RSA_2048", "TLS_1_3,EC_P384"})
    void mutualTlsPasses(TlsOptions.Version version, KeyType serverKey) throws Exception {
        Identity server = TestChain.server(ROOT, serverKey, List.of("localhost"), 0, 30);
        try (Mosquitto broker = mutual(server)) {
            Run run = Runs.of(plan(broker, tls(version, TestChain.device("dev", ROOT)), true, anonymous()));
            assertThat(run.passed()).as(Runs.show(run)).isTrue();
            assertThat(Runs.detail(run, TlsDetail.HandshakeComplete.class)
                            .orElseThrow()
                            .version())
                    .isEqualTo(version == TlsOptions.Version.TLS_1_2 ? "TLS 1.2" : "TLS 1.3");
            assertThat(Runs.names(run, Direction.OUT))
                    .contains("ClientHello", "Certificate", "CertificateVerify", "Finished");
        }
    }

    @ParameterizedTest
    @CsvSource({"TLS_1_2,40", "TLS_1_3,116"})
    void theAlertForAMissingCertificateIsSeenInBothVersions(TlsOptions.Version version, int alert) throws Exception {
        try (Mosquitto broker = mutual(TestChain.server(ROOT))) {
            TlsOptions options = tls(version, TestChain.device("dev", ROOT)).withPresentation(Presentation.NEVER);
            Run run = Runs.of(plan(broker, options, true, anonymous()));
            assertThat(received(run)).isEqualTo(alert);
            assertThat(run.passed()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(TlsOptions.Version.class)
    void anExpiredCertificateIsRefusedWithItsAlert(TlsOptions.Version version) throws Exception {
        try (Mosquitto broker = mutual(TestChain.server(ROOT))) {
            Run run = Runs.of(plan(broker, tls(version, TestChain.device("dev", ROOT, -20, -1)), true, anonymous()));
            assertThat(received(run)).as(Runs.show(run)).isEqualTo(45);
        }
    }

    @ParameterizedTest
    @EnumSource(TlsOptions.Version.class)
    void aStrangersCertificateIsRefused(TlsOptions.Version version) throws Exception {
        try (Mosquitto broker = mutual(TestChain.server(ROOT))) {
            Identity stranger = TestChain.selfSigned("stranger", Purpose.DEVICE_CLIENT);
            Run run = Runs.of(plan(broker, tls(version, stranger), true, anonymous()));
            assertThat(received(run)).as(Runs.show(run)).isEqualTo(48);
        }
    }

    @Test
    void plainMqttToATlsPortIsReset() throws Exception {
        try (Mosquitto broker = mutual(TestChain.server(ROOT))) {
            Run run = Runs.of(plan(broker, TlsOptions.trusting(List.of()), false, anonymous()));
            assertThat(Runs.ending(run)).isIn(NetDetail.Ending.RESET, NetDetail.Ending.EOF);
            assertThat(run.passed()).isFalse();
        }
    }

    private Mosquitto mutual(Identity server) throws Exception {
        return Mosquitto.start(
                folder, Mosquitto.tls(folder, server, ROOT.leaf(), "require_certificate true", "allow_anonymous true"));
    }

    private static int received(Run run) {
        return run.events().stream()
                .filter(event -> event.direction() == Direction.IN)
                .flatMap(event -> event.detail() instanceof TlsDetail.Alert alert
                        ? java.util.stream.Stream.of(alert.code())
                        : java.util.stream.Stream.empty())
                .findFirst()
                .orElse(-1);
    }

    private static TlsOptions tls(TlsOptions.Version version, Identity identity) {
        return TlsOptions.trusting(List.of(ROOT.leaf())).withIdentity(identity).withVersions(List.of(version));
    }

    private static MqttOptions anonymous() {
        return login(Version.V5, null, null);
    }

    private static MqttOptions login(Version version, String user, String password) {
        return MqttOptions.of(
                version,
                "bench-test",
                Optional.ofNullable(user),
                Optional.ofNullable(password).map(Secret::of));
    }

    private static Plan plan(Mosquitto broker, TlsOptions tls, boolean secure, MqttOptions mqtt) {
        return Plan.connect(Endpoint.of("localhost", broker.port(), secure), tls, mqtt)
                .publishing(MESSAGE);
    }
}
