package dev.gangway.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gangway.bench.live.LiveSession;
import dev.gangway.bench.live.LiveState;
import dev.gangway.bench.live.Recorder;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Run;
import dev.gangway.bench.model.Verdict;
import dev.gangway.bench.rules.MqttCode;
import dev.gangway.brokers.Artemis;
import dev.gangway.brokers.Keycloak;
import dev.gangway.brokers.KeycloakClients;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.device.ServerState;
import dev.gangway.device.TokenClient;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.onboarding.StationCase;
import dev.gangway.secret.Secret;
import dev.gangway.server.ServerEntry;
import dev.gangway.server.ServerEntry.HostPort;
import dev.gangway.testing.TestChoices;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tokens of a real Keycloak, judged by a real Artemis. */
@Tag("keycloak")
class BrokerTokensIT extends StationCase {
    private static final UUID BROKER = UUID.fromString("5a7c9d2e-0000-4000-8000-000000000077");

    private URI tokens;
    private Artemis broker;

    @BeforeEach
    void start() throws Exception {
        URI issuer = Keycloak.running(KeycloakClients.keys()).issuer();
        tokens = URI.create(issuer + "/protocol/openid-connect/token");
        broker = Artemis.start(issuer, "mqtt-broker");
        workspace
                .servers()
                .save(new ServerEntry(
                        BROKER,
                        "Artemis",
                        ServerEntry.Kind.BROKER,
                        URI.create("mqtt://127.0.0.1"),
                        "",
                        Secret.of(""),
                        Optional.of(new HostPort("127.0.0.1", broker.port())),
                        Optional.empty(),
                        List.of()));
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    private Device device(String client, Credential credential) {
        Device device = new Device(
                UUID.randomUUID(),
                "device of " + client,
                Optional.empty(),
                "default",
                "",
                credential,
                new ServerState(Optional.of(BROKER), Optional.empty(), ServerState.Push.NOT_PUSHED, Optional.empty()),
                Instant.now());
        workspace.devices().save(device);
        return device;
    }

    private Credential oauth(String client, boolean inUserName) {
        return new Credential.OAuth(
                new TokenClient(
                        tokens,
                        client,
                        new TokenClient.Proof.SecretBasic(Secret.of(client + "-secret")),
                        new TokenClient.Grant.ClientCredentials(),
                        List.of(),
                        Optional.empty(),
                        List.of()),
                Optional.empty(),
                inUserName,
                inUserName ? Optional.empty() : Optional.of("device"));
    }

    private Run run(Device device) {
        Plan plan = workspace
                .tests()
                .plan(device, TestChoices.standard().with(TestChoices.Telemetry.NONE))
                .orThrow();
        return workspace.tests().run(device, plan, event -> {}, never);
    }

    private static Diagnosis refusal(Run run) {
        assertThat(run.verdict()).isInstanceOf(Verdict.Failed.class);
        return ((Verdict.Failed) run.verdict()).diagnosis();
    }

    @Test
    void theBrokerTakesATokenForItself() {
        Run run = run(device("pump", oauth("pump", false)));
        assertThat(run.passed()).as(run.verdict().toString()).isTrue();
    }

    @Test
    void theBrokerRefusesATokenForAnother() {
        Diagnosis why = refusal(run(device("elsewhere", oauth("elsewhere", false))));
        assertThat(why.code()).isEqualTo(MqttCode.JWT_CLAIMS_REFUSED.id());
        assertThat(why.evidence()).anyMatch(seen -> seen.key().equals("bench.jwt-in-password"));
    }

    @Test
    void theBrokerLooksIntoThePasswordOnly() {
        Diagnosis why = refusal(run(device("pump", oauth("pump", true))));
        assertThat(why.evidence()).anyMatch(seen -> seen.key().equals("bench.jwt-in-user-name"));
    }

    @Test
    void theBrokerRefusesATokenThatHasExpired() {
        Device fresh = workspace
                .tokens()
                .of(device("brief", oauth("brief", false)), never)
                .orThrow();
        Credential.OAuth oauth = (Credential.OAuth) fresh.credential();
        Instant end = oauth.held()
                .orElseThrow()
                .issuedAt()
                .plus(oauth.held().get().lifetime().orElseThrow());
        await().atMost(Duration.ofSeconds(30)).until(() -> Instant.now().isAfter(end.plusSeconds(3)));
        Credential old =
                new Credential.Jwt(oauth.held().get().accessToken(), false, Optional.of("device"), Optional.empty());
        Diagnosis why = refusal(run(device("yesterday", old)));
        assertThat(why.code()).isEqualTo(MqttCode.JWT_EXPIRED.id());
    }

    @Test
    void aLiveSessionGetsAFreshTokenBeforeTheOldOneEnds() throws Exception {
        Device device = device("brief", oauth("brief", false));
        Plan plan = workspace.live().plan(device, never).orThrow();
        Secret first = plan.mqtt().password().orElseThrow();
        Recorder seen = new Recorder();
        try (LiveSession live = workspace.live().open(device, plan, seen)) {
            await().atMost(Duration.ofSeconds(60)).until(() -> connections(seen) >= 3);
            assertThat(seen.states()).noneMatch(LiveState::isOver);
            Credential.OAuth now = (Credential.OAuth)
                    workspace.devices().get(device.id()).orElseThrow().credential();
            assertThat(now.held().orElseThrow().accessToken()).isNotEqualTo(first);
            live.leave();
            assertThat(live.await(Duration.ofSeconds(10))).isTrue();
        }
    }

    private static long connections(Recorder seen) {
        return seen.states().stream()
                .filter(LiveState.Connected.class::isInstance)
                .count();
    }
}
