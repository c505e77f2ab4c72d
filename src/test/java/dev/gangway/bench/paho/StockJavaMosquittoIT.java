package dev.gangway.bench.paho;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gangway.background.Cancellation;
import dev.gangway.bench.Mosquitto;
import dev.gangway.bench.TestChain;
import dev.gangway.bench.model.Check;
import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.MqttOptions.Version;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.bench.paho.StockJavaResult.Step;
import dev.gangway.pki.Identity;
import dev.gangway.pki.KeyType;
import dev.gangway.secret.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a stock Java client gets at a broker that is none of ours. */
@Tag("mosquitto")
class StockJavaMosquittoIT {
    private static final Identity ROOT = TestChain.root("Plant Root");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Version.class)
    void everyVersionConnectsWithItsPasswordAndSaysGoodbye(Version version) throws Exception {
        Path file = Mosquitto.passwords(folder, "line4", "right");
        try (Mosquitto broker = Mosquitto.start(folder, "password_file " + file)) {
            assertThat(result(plain(broker, version, "right")))
                    .isEqualTo(new StockJavaResult.Connected(Optional.empty()));
            await().untilAsserted(() -> assertThat(log(broker)).contains("Client dev disconnected."));
            assertThat(log(broker)).contains("p" + (version == Version.V5 ? 5 : version == Version.V3_1_1 ? 2 : 1));
        }
    }

    @ParameterizedTest
    @CsvSource({"V5,135", "V3_1_1,5", "V3_1,5"})
    void aWrongPasswordIsRefusedInConnack(Version version, int code) throws Exception {
        Path file = Mosquitto.passwords(folder, "line4", "right");
        try (Mosquitto broker = Mosquitto.start(folder, "password_file " + file)) {
            assertThat(result(plain(broker, version, "wrong"))).isEqualTo(new StockJavaResult.Refused(code));
        }
    }

    @ParameterizedTest
    @CsvSource({"TLS_1_2,TLSv1.2,V5", "TLS_1_3,TLSv1.3,V5", "TLS_1_3,TLSv1.3,V3_1_1"})
    void mutualTlsConnectsAndTellsVersionAndSuite(TlsOptions.Version tls, String name, Version version)
            throws Exception {
        try (Mosquitto broker = mutual(TestChain.server(ROOT))) {
            TlsOptions options =
                    trusting().withIdentity(TestChain.device("dev", ROOT)).withVersions(List.of(tls));
            StockJavaResult result = result(secure(broker, options, version));
            assertThat(result)
                    .isInstanceOfSatisfying(
                            StockJavaResult.Connected.class,
                            all -> assertThat(all.tls().orElseThrow())
                                    .startsWith(name + " TLS_")
                                    .contains("AES"));
        }
    }

    @ParameterizedTest
    @EnumSource(TlsOptions.Version.class)
    void withoutItsCertificateTlsEnds(TlsOptions.Version version) throws Exception {
        try (Mosquitto broker = mutual(TestChain.server(ROOT))) {
            StockJavaResult result = result(secure(broker, trusting().withVersions(List.of(version)), Version.V5));
            assertThat(step(result)).isEqualTo(Step.TLS_FAILED);
        }
    }

    @ParameterizedTest
    @CsvSource({"V5", "V3_1_1"})
    void aServerOfAnotherAuthorityIsNotTrusted(Version version) throws Exception {
        try (Mosquitto broker = mutual(TestChain.server(TestChain.root("Somebody Else")))) {
            assertThat(step(result(secure(broker, trusting(), version)))).isEqualTo(Step.SERVER_UNTRUSTED);
        }
    }

    @Test
    void anExpiredServerIsNotTrusted() throws Exception {
        Identity expired = TestChain.server(ROOT, KeyType.EC_P256, List.of("localhost"), -20, -1);
        try (Mosquitto broker = mutual(expired)) {
            assertThat(step(result(secure(broker, trusting(), Version.V5)))).isEqualTo(Step.SERVER_UNTRUSTED);
        }
    }

    @ParameterizedTest
    @CsvSource({"V5", "V3_1_1"})
    void aServerOfAnotherNameIsToldFromOneThatIsNotTrusted(Version version) throws Exception {
        Identity other = TestChain.server(ROOT, KeyType.EC_P256, List.of("broker.example"), 0, 30);
        try (Mosquitto broker = mutual(other)) {
            assertThat(step(result(secure(broker, trusting(), version)))).isEqualTo(Step.SERVER_NAME_DIFFERS);
        }
    }

    @Test
    void aVersionOfTlsThatTheServerDoesNotTakeEndsTls() throws Exception {
        String[] lines = Mosquitto.tls(
                folder, TestChain.server(ROOT), ROOT.leaf(), "tls_version tlsv1.3", "allow_anonymous true");
        try (Mosquitto broker = Mosquitto.start(folder, lines)) {
            TlsOptions old = trusting().withVersions(List.of(TlsOptions.Version.TLS_1_2));
            assertThat(step(result(secure(broker, old, Version.V5)))).isEqualTo(Step.TLS_FAILED);
            assertThat(result(secure(broker, trusting(), Version.V5))).isInstanceOf(StockJavaResult.Connected.class);
        }
    }

    @Test
    void aPlainPortIsNoTlsServer() throws Exception {
        try (Mosquitto broker = Mosquitto.start(folder, "allow_anonymous true")) {
            assertThat(step(result(secure(broker, trusting(), Version.V5)))).isEqualTo(Step.TLS_FAILED);
        }
    }

    private static StockJavaResult result(Plan plan) {
        return StockJava.connect(plan, new Cancellation()).orElseThrow();
    }

    private static Step step(StockJavaResult result) {
        assertThat(result).isInstanceOf(StockJavaResult.Failed.class);
        assertThat(result.check("Paho").state()).isEqualTo(Check.State.WARNING);
        return ((StockJavaResult.Failed) result).step();
    }

    private Mosquitto mutual(Identity server) throws Exception {
        String[] lines =
                Mosquitto.tls(folder, server, ROOT.leaf(), "require_certificate true", "use_identity_as_username true");
        return Mosquitto.start(folder, lines);
    }

    private static TlsOptions trusting() {
        return TlsOptions.trusting(List.of(ROOT.leaf()));
    }

    private static Plan plain(Mosquitto broker, Version version, String password) {
        return Plan.connect(
                Endpoint.of("localhost", broker.port(), false),
                TlsOptions.trusting(List.of()),
                MqttOptions.of(version, "dev", Optional.of("line4"), Optional.of(Secret.of(password))));
    }

    private static Plan secure(Mosquitto broker, TlsOptions tls, Version version) {
        return Plan.connect(
                Endpoint.of("localhost", broker.port(), true),
                tls,
                MqttOptions.of(version, "dev", Optional.empty(), Optional.empty()));
    }

    private String log(Mosquitto broker) throws Exception {
        return Files.readString(folder.resolve("mosquitto-" + broker.port() + ".log"));
    }
}
