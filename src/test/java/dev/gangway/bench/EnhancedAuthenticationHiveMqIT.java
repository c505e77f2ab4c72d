package dev.gangway.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.event.AuthDetail;
import dev.gangway.bench.event.Direction;
import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.MqttOptions.Authentication;
import dev.gangway.bench.model.MqttOptions.Version;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Publication;
import dev.gangway.bench.model.Run;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.bench.model.Verdict;
import dev.gangway.bench.mqtt.packet.Auth;
import dev.gangway.secret.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Enhanced authentication with a real broker that accepts it, refuses it with reasons, and is asked again. */
@Tag("brokers")
class EnhancedAuthenticationHiveMqIT {
    @TempDir
    private static Path folder;

    private static HiveMq broker;

    @BeforeAll
    static void start() throws IOException {
        broker = HiveMq.start(folder);
    }

    @AfterAll
    static void stop() throws IOException {
        broker.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SCRAM-SHA-1", "SCRAM-SHA-256", "SCRAM-SHA-512"})
    void bothSidesProveThatTheyKnowThePassword(String method) {
        Run run = run(new Authentication(method, "pump", Secret.of("pencil")));
        assertThat(run.passed()).as(Runs.show(run)).isTrue();
        assertThat(Runs.detail(run, AuthDetail.AuthChecked.class))
                .contains(new AuthDetail.AuthChecked(Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SCRAM-SHA-256", "SCRAM-SHA-512"})
    void andAgainWithinTheSession(String method) {
        Run run = run(new Authentication(method, "pump", Secret.of("pencil")).twice());
        assertThat(run.passed()).as(Runs.show(run)).isTrue();
        assertThat(auths(run, Direction.OUT)).containsExactly(0x18, 0x19, 0x18);
        assertThat(auths(run, Direction.IN)).containsExactly(0x18, 0x18, 0x00);
        assertThat(Runs.names(run, Direction.IN)).containsSubsequence("CONNACK", "AUTH", "PUBACK");
    }

    @Test
    void aTokenOfAnotherMethod() {
        Run run = run(new Authentication("CUSTOM-JWT", "", Secret.of("good")).twice());
        assertThat(run.passed()).as(Runs.show(run)).isTrue();
        assertThat(auths(run, Direction.OUT)).containsExactly(0x19);
        assertThat(auths(run, Direction.IN)).containsExactly(0x00);
    }

    @Test
    void refusalsAreNamedWithTheirReasons() {
        refused(
                new Authentication("SCRAM-SHA-256", "pump", Secret.of("wrong")),
                "mqtt.method-login-refused",
                "wrong password");
        refused(
                new Authentication("SCRAM-SHA-256", "nobody", Secret.of("pencil")),
                "mqtt.method-login-refused",
                "no such user");
        refused(new Authentication("CUSTOM-JWT", "", Secret.of("stale")), "mqtt.method-login-refused", "token expired");
        refused(
                new Authentication("KERBEROS", "", Secret.of("ticket")),
                "mqtt.bad-method",
                "SCRAM or CUSTOM-JWT, please");
    }

    @Test
    void theSecondTimeCanBeRefused() {
        refused(
                new Authentication("SCRAM-SHA-256", "once", Secret.of("pencil")).twice(),
                "session.reauthentication-refused",
                "account closed");
        refused(
                new Authentication("CUSTOM-JWT", "", Secret.of("once")).twice(),
                "session.reauthentication-refused",
                "token expired");
    }

    private static void refused(Authentication authentication, String code, String reason) {
        Run run = run(authentication);
        assertThat(Runs.code(run)).as(Runs.show(run)).isEqualTo(code);
        assertThat(((Verdict.Failed) run.verdict()).diagnosis().evidence().toString())
                .contains(reason);
        assertThat(run.events().toString()).doesNotContain("pencil", "stale", "ticket");
    }

    private static List<Integer> auths(Run run, Direction direction) {
        return run.events().stream()
                .filter(event -> event.direction() == direction && event.detail() instanceof Auth)
                .map(event -> ((Auth) event.detail()).code())
                .toList();
    }

    private static Run run(Authentication authentication) {
        MqttOptions options = MqttOptions.of(Version.V5, "gangway-auth", Optional.empty(), Optional.empty())
                .withAuthentication(Optional.of(authentication));
        return Runs.of(
                Plan.connect(Endpoint.of("localhost", broker.port(), false), TlsOptions.trusting(List.of()), options)
                        .publishing(new Publication("gangway/test", "{}".getBytes(StandardCharsets.UTF_8), 1)));
    }
}
