package dev.gangway.bench.live;

import static dev.gangway.bench.model.MqttMessage.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gangway.bench.Mosquitto;
import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.Event;
import dev.gangway.bench.kinds.Kinds;
import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.MessageProperties;
import dev.gangway.bench.model.MqttMessage;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.MqttOptions.Version;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.TlsOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A live session with a broker that is none of ours: every QoS both ways, and how Mosquitto 2.0 ends sessions. */
@Tag("mosquitto")
class LiveMosquittoIT {
    private static final LiveBench BENCH = new LiveBench(Kinds.judge());

    @TempDir
    private Path folder;

    private final Recorder seen = new Recorder();
    private Mosquitto broker;

    @BeforeEach
    void start() throws Exception {
        broker = Mosquitto.start(folder, "allow_anonymous true");
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    @ParameterizedTest
    @CsvSource({"V3_1,0", "V3_1,2", "V3_1_1,0", "V3_1_1,1", "V3_1_1,2", "V5,0", "V5,1", "V5,2"})
    void everyQosArrivesOnce(Version version, int qos) throws Exception {
        try (LiveSession live = open(version, "both-ways")) {
            live.subscribe("plant/+/temperature", 2);
            assertThat(seen.subscription("plant/+/temperature")).isEqualTo(2);
            for (int i = 0; i < 50; i++) {
                live.publish(text("plant/line4/temperature", "" + i, qos));
            }
            await().until(() -> seen.received().size() == 50);
            assertThat(seen.received().getFirst().qos()).isEqualTo(qos);
            await().until(() -> qos == 0 || seen.delivered().size() == 50);
            live.leave();
            assertThat(live.await(Duration.ofSeconds(10))).isTrue();
            if (qos == 2) {
                assertThat(seen.names(Direction.OUT)).as(seen.show()).contains("PUBREL", "PUBREC", "PUBCOMP");
            }
        }
    }

    @Test
    void retainedMessagesAndPropertiesComeAsSent() {
        try (LiveSession live = open(Version.V5, "retained")) {
            MessageProperties properties = new MessageProperties(
                    Optional.of(Duration.ofMinutes(5)),
                    Optional.of("application/json"),
                    Optional.of("plant/answer"),
                    Optional.of("42"),
                    List.of(Map.entry("line", "4")));
            live.publish(new MqttMessage("plant/state", "{}".getBytes(), 1, true, properties));
            await().until(() -> seen.delivered().size() == 1);
            live.subscribe("plant/#", 1);
            assertThat(seen.message("plant/state")).isEqualTo("{}");
            Event came = seen.events().stream()
                    .filter(event ->
                            event.direction() == Direction.IN && event.name().equals("PUBLISH"))
                    .findFirst()
                    .orElseThrow();
            assertThat(came.fields().toString())
                    .contains("retain", "application/json", "plant/answer", "line", "message expiry interval");
        }
    }

    @Test
    void unsubscribedTopicsStayAway() {
        try (LiveSession live = open(Version.V5, "unsubscribed")) {
            live.subscribe("a", 1);
            live.subscribe("b", 1);
            seen.subscription("b");
            live.unsubscribe("a");
            await().until(() -> !seen.subscriptions().containsKey("a"));
            live.publish(text("a", "no", 1));
            live.publish(text("b", "yes", 1));
            assertThat(seen.message("b")).isEqualTo("yes");
            assertThat(seen.received()).hasSize(1);
        }
    }

    @Test
    void aLargePayloadIsCutAndItsLengthKept() {
        try (LiveSession live = open(Version.V5, "large")) {
            live.subscribe("large", 0);
            seen.subscription("large");
            live.publish(new MqttMessage("large", new byte[3 << 20], 1, false, MessageProperties.NONE));
            await().until(() -> !seen.received().isEmpty());
            Event came = seen.events().stream()
                    .filter(event ->
                            event.direction() == Direction.IN && event.name().equals("PUBLISH"))
                    .findFirst()
                    .orElseThrow();
            assertThat(came.bytes()).isGreaterThan(3 << 20);
            assertThat(came.summary()).contains((3 << 20) + " B");
            assertThat(came.raw().length).isLessThan(200_000);
            live.publish(text("large", "after", 1));
            await().until(() -> seen.received().size() == 2);
        }
    }

    @Test
    void theSameClientIdTakesOverWithoutAWord() {
        try (LiveSession live = open(Version.V5, "twin")) {
            Recorder other = new Recorder();
            try (LiveSession second = BENCH.open(plan(Version.V5, "twin"), other)) {
                other.connected();
                assertThat(seen.lost()).as(seen.show()).isEqualTo("session.lost");
            }
        }
    }

    @Test
    void aBrokerThatIsStoppedLosesTheConnection() {
        try (LiveSession live = open(Version.V5, "stopped")) {
            broker.stop();
            assertThat(seen.lost()).as(seen.show()).isEqualTo("session.lost");
        }
    }

    @Test
    void aBrokerThatIsFrozenIsMissedByItsPings() throws Exception {
        MqttOptions quick = MqttOptions.of(Version.V5, "frozen", Optional.empty(), Optional.empty())
                .withSession(session -> session.withKeepAlive(Duration.ofSeconds(1)));
        try (LiveSession live = BENCH.open(plan(Version.V5, "frozen").withMqtt(quick), seen)) {
            seen.connected();
            broker.freeze();
            assertThat(seen.lost()).as(seen.show()).isEqualTo("session.silent");
        }
    }

    private LiveSession open(Version version, String client) {
        LiveSession live = BENCH.open(plan(version, client), seen);
        seen.connected();
        return live;
    }

    private Plan plan(Version version, String client) {
        return Plan.connect(
                Endpoint.of("127.0.0.1", broker.port(), false),
                TlsOptions.trusting(List.of()),
                MqttOptions.of(version, client, Optional.empty(), Optional.empty()));
    }
}
