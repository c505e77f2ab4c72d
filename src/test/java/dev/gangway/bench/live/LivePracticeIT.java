package dev.gangway.bench.live;

import static dev.gangway.bench.model.MqttMessage.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gangway.background.Cancellation;
import dev.gangway.bench.event.Direction;
import dev.gangway.bench.kinds.Kinds;
import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.MqttOptions.Version;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.practice.PracticeClient;
import dev.gangway.practice.PracticeOptions;
import dev.gangway.practice.PracticeServer;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A live session with a server that answers as ThingsBoard does: its topics, and how it ends sessions. */
class LivePracticeIT {
    private static final LiveBench BENCH = new LiveBench(Kinds.judge());

    private static PracticeServer server;
    private static PracticeClient rest;
    private static X509Certificate authority;
    private static int devices;

    private final Recorder seen = new Recorder();
    private String token = "";
    private String device = "";
    private Optional<LiveSession> session = Optional.empty();

    @BeforeAll
    static void start() throws Exception {
        server = PracticeServer.start(PracticeOptions.freePorts(new BouncyCastleMaker()))
                .orThrow();
        rest = PracticeClient.of(server);
        authority = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(
                        new ByteArrayInputStream(server.authorityPem().getBytes(StandardCharsets.US_ASCII)));
    }

    @BeforeEach
    void makeDevice() {
        devices++;
        token = "LiveToken" + devices;
        device = rest.deviceWithToken("live-" + devices, token);
    }

    @AfterEach
    void endSession() {
        session.ifPresent(LiveSession::close);
    }

    @AfterAll
    static void stop() {
        rest.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"V3_1_1,false", "V5,false", "V3_1_1,true", "V5,true"})
    void telemetryAndAttributesGoBothWays(Version version, boolean tls) {
        LiveSession live = open(plan(version, tls, token));
        live.subscribe("v1/devices/me/attributes", 1);
        live.subscribe("v1/devices/me/attributes/response/+", 1);
        assertThat(seen.subscription("v1/devices/me/attributes/response/+")).isEqualTo(1);
        live.publish(text("v1/devices/me/telemetry", "{\"t\":1}", 1));
        live.publish(text("v1/devices/me/attributes", "{\"firmware\":\"1.2\"}", 1));
        await().until(() -> seen.delivered().size() == 2);
        live.publish(text("v1/devices/me/attributes/request/7", "{\"clientKeys\":\"firmware\"}", 1));
        assertThat(seen.message("v1/devices/me/attributes/response/7")).contains("\"firmware\":\"1.2\"");
        rest.post("/api/plugins/telemetry/DEVICE/" + device + "/SHARED_SCOPE", "{\"limit\":5}");
        assertThat(seen.message("v1/devices/me/attributes")).contains("\"limit\":5");
        assertThat(seen.names(Direction.OUT)).as(seen.show()).contains("PUBACK");
    }

    @Test
    void aServersCallIsAnswered() throws Exception {
        LiveSession live = open(plan(Version.V5, false, token));
        live.subscribe("v1/devices/me/rpc/request/+", 1);
        seen.subscription("v1/devices/me/rpc/request/+");
        CompletableFuture<PracticeClient.Reply> call = CompletableFuture.supplyAsync(
                () -> rest.post("/api/rpc/twoway/" + device, "{\"method\":\"reboot\",\"params\":{}}"));
        await().until(() -> !seen.received().isEmpty());
        String topic = seen.received().getFirst().topic();
        live.publish(text(topic.replace("/request/", "/response/"), "{\"ok\":true}", 1));
        assertThat(call.get().body()).contains("\"ok\":true");
    }

    @Test
    void theSessionIsKeptAlive() {
        MqttOptions quick =
                login(Version.V5, token).withSession(session -> session.withKeepAlive(Duration.ofSeconds(1)));
        open(plan(Version.V5, false, token).withMqtt(quick));
        await().until(() ->
                seen.names(Direction.IN).stream().filter("PINGRESP"::equals).count() >= 2);
    }

    @ParameterizedTest
    @CsvSource({"V5,session.taken-over", "V3_1_1,session.lost"})
    void aSecondClientTakesOver(Version version, String code) {
        open(plan(version, false, token));
        Recorder other = new Recorder();
        try (LiveSession second = BENCH.open(plan(version, false, token), other)) {
            other.connected();
            assertThat(seen.lost()).as(seen.show()).isEqualTo(code);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Version.class,
            names = {"V3_1_1", "V5"})
    void aChangedCredentialIsNamed(Version version) {
        Plan plan = plan(version, false, token)
                .lookingUp(_ -> Optional.of(new dev.gangway.bench.model.ServerFacts(
                        true,
                        Optional.of("ACCESS_TOKEN"),
                        Optional.of(false),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())));
        open(plan);
        String stored = rest.get("/api/device/" + device + "/credentials").body();
        rest.post("/api/device/credentials", stored.replace(token, token + "New"));
        assertThat(seen.lost()).as(seen.show()).isEqualTo("session.credential-changed");
    }

    @Test
    void aDeletedDeviceIsThrownOff() {
        open(plan(Version.V5, false, token));
        rest.delete("/api/device/" + device);
        assertThat(seen.lost()).as(seen.show()).isEqualTo("session.credential-changed");
    }

    @Test
    void aRefusedSubscriptionIsExplainedAndTheSessionGoesOn() {
        LiveSession live = open(plan(Version.V5, false, token));
        live.subscribe("#", 1);
        assertThat(seen.problem()).isEqualTo("session.filter-refused");
        live.publish(text("v1/devices/me/telemetry", "{\"t\":1}", 1));
        await().until(() -> seen.delivered().size() == 1);
        assertThat(seen.subscriptions()).isEmpty();
    }

    @Test
    void aRefusedMessageIsExplainedAndTheSessionGoesOn() {
        LiveSession live = open(plan(Version.V5, false, token));
        live.publish(text("v1/devices/me/nothing", "{}", 1));
        assertThat(seen.problem()).as(seen.show()).isEqualTo("session.topic-unknown");
        assertThat(live.state()).isInstanceOf(LiveState.Connected.class);
    }

    @Test
    void aMessageThatTheServerHangsUpOnIsBlamed() {
        LiveSession live = open(plan(Version.V3_1_1, false, token));
        live.publish(text("v1/devices/me/telemetry", "no JSON", 1));
        assertThat(seen.lost()).as(seen.show()).isEqualTo("session.closed-after-publish");
    }

    @Test
    void goodbyeIsSaid() throws Exception {
        LiveSession live = open(plan(Version.V5, true, token));
        live.leave();
        assertThat(live.await(Duration.ofSeconds(10))).isTrue();
        assertThat(seen.states().getLast()).isEqualTo(new LiveState.Left());
        assertThat(seen.names(Direction.OUT)).contains("DISCONNECT");
    }

    @Test
    void aWrongTokenIsExplainedAsInATest() {
        session = Optional.of(BENCH.open(plan(Version.V5, false, "nobody's"), seen));
        assertThat(seen.lost()).isEqualTo("mqtt.token-unknown");
    }

    @Test
    void aFreshLoginReplacesOneThatExpires() {
        rest.deviceWithToken("live-fresh-" + devices, token + "Fresh");
        FreshLogin fresh = new FreshLogin() {
            private Optional<Duration> left = Optional.of(Duration.ofSeconds(2));

            @Override
            public Optional<Duration> left() {
                return left;
            }

            @Override
            public Outcome<MqttOptions> renew(MqttOptions inUse, Cancellation cancellation) {
                left = Optional.empty();
                return Outcome.ok(inUse.withLogin(Optional.of(token + "Fresh"), Optional.empty()));
            }
        };
        LiveSession live = BENCH.open(plan(Version.V5, false, token), Optional.of(fresh), seen);
        session = Optional.of(live);
        live.subscribe("v1/devices/me/attributes", 1);
        await().until(() -> seen.states().stream()
                        .filter(state -> state instanceof LiveState.Connected)
                        .count()
                == 2);
        await().until(() ->
                seen.names(Direction.IN).stream().filter("SUBACK"::equals).count() == 2);
        assertThat(seen.states()).as(seen.show()).noneMatch(LiveState::isOver);
    }

    private LiveSession open(Plan plan) {
        LiveSession opened = BENCH.open(plan, seen);
        session = Optional.of(opened);
        seen.connected();
        return opened;
    }

    private static Plan plan(Version version, boolean tls, String token) {
        Endpoint endpoint = Endpoint.of("localhost", tls ? server.mqttsPort() : server.mqttPort(), tls);
        return Plan.connect(endpoint, TlsOptions.trusting(List.of(authority)), login(version, token));
    }

    private static MqttOptions login(Version version, String token) {
        return MqttOptions.of(version, "", Optional.of(token), Optional.empty());
    }
}
