package dev.gangway.bench.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.Event;
import dev.gangway.bench.event.Field;
import dev.gangway.bench.event.Layer;
import dev.gangway.bench.event.Severity;
import dev.gangway.bench.model.Check;
import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.Milestone;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Run;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.bench.model.Verdict;
import dev.gangway.bench.mqtt.packet.Connack;
import dev.gangway.bench.mqtt.packet.Properties;
import dev.gangway.bench.mqtt.packet.Property;
import dev.gangway.bench.rules.MqttCode;
import dev.gangway.diagnosis.Action;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import dev.gangway.ui.text.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written can be read again, and nothing else can. */
class RecordingTest {
    private static final String TOKEN = "TokenOfTheDevice0042";

    private final Recording recording = Recording.of(run(new byte[] {0x20, 2, 0, 5}));

    @Test
    void aFileThatWasWrittenIsReadAsItWas() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        RunExport.write(recording, RunExport.Format.JSON, Words.load(Locale.ENGLISH), file);

        Recording read = RecordingFormat.parse(file.toByteArray()).orElseThrow();

        assertThat(read).usingRecursiveComparison().isEqualTo(recording);
        assertThat(read.notReached()).isEmpty();
        assertThat(Severity.of(read.events().getLast())).isEqualTo(Severity.BAD);
    }

    @Test
    void whatWasNotReachedIsReadAgain() throws IOException {
        Recording early = Recording.of(new Run(
                plan(),
                Instant.EPOCH,
                Duration.ofMillis(3),
                List.of(),
                new Verdict.Cancelled(),
                List.of(),
                Optional.empty()));
        Recording read = RecordingFormat.unpack(
                        RecordingFormat.pack(early, 10_000).orElseThrow())
                .orElseThrow();
        assertThat(read.verdict()).isEqualTo(new Verdict.Cancelled());
        assertThat(read.notReached())
                .containsExactly(Milestone.RESOLVED, Milestone.TCP_CONNECTED, Milestone.CONNECT, Milestone.CONNACK);
    }

    @Test
    void noSecretGetsIntoARecording() {
        assertThat(recording.toString()).doesNotContain(TOKEN);
        assertThat(new String(JsonExport.compact(recording), StandardCharsets.UTF_8))
                .doesNotContain(TOKEN);
    }

    @Test
    void whatDoesNotFitIsPackedWithoutItsBytesAndTheRestNotAtAll() {
        byte[] noise = new byte[50_000];
        new Random(1).nextBytes(noise);
        Recording large = Recording.of(run(noise));

        assertThat(large.events().getLast().raw()).hasSize(noise.length);
        Recording kept = RecordingFormat.unpack(
                        RecordingFormat.pack(large, 20_000).orElseThrow())
                .orElseThrow();
        assertThat(kept.events().getLast().raw()).isEmpty();
        assertThat(kept.events().getLast().fields()).isNotEmpty();
        assertThat(RecordingFormat.pack(large, 100)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[1,2]",
                "not json",
                "{\"endpoint\":\"mqtt://a:1\",\"startedAt\":\"yesterday\",\"tookMicros\":1,\"verdict\":\"pass\"}",
                "{\"endpoint\":\"mqtt://a:1\",\"startedAt\":\"1970-01-01T00:00:00Z\",\"tookMicros\":1e30,\"verdict\":\"pass\"}",
                "{\"endpoint\":\"mqtt://a:1\",\"startedAt\":\"1970-01-01T00:00:00Z\",\"tookMicros\":1,\"verdict\":\"maybe\"}"
            })
    void anythingElseIsNoRecording(String text) {
        assertThat(RecordingFormat.parse(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(RecordingFormat.unpack(text.getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    private static Plan plan() {
        return Plan.connect(
                Endpoint.of("broker.example", 1883, false),
                TlsOptions.trusting(List.of()),
                MqttOptions.of(MqttOptions.Version.V5, "pump", Optional.of(TOKEN), Optional.empty()));
    }

    private static Run run(byte[] connack) {
        Event event = new Event(
                0,
                1_500,
                Layer.MQTT,
                Direction.IN,
                "CONNACK",
                connack.length,
                "refused: " + TOKEN,
                new Connack(
                        5,
                        false,
                        new Properties.Builder()
                                .put(Property.REASON_STRING, TOKEN)
                                .build()),
                List.of(Field.at(0, 1, "fixed header", "CONNACK"), Field.group("reason", TOKEN, List.of())),
                connack);
        Diagnosis diagnosis = Diagnosis.of(MqttCode.ANONYMOUS_REFUSED)
                .with("user", TOKEN)
                .evidence(Evidence.seen(0, "connack", "reason", TOKEN))
                .remedy(Action.USE_CLIENT_ID, "use-client-id", "clientId", "pump")
                .build();
        return new Run(
                plan(),
                Instant.parse("2026-11-21T05:30:00.123456Z"),
                Duration.ofNanos(41_800_000),
                List.of(event),
                new Verdict.Failed(diagnosis),
                List.of(new Check("clock", Map.of("seconds", "2"), Check.State.OK)),
                Optional.empty());
    }
}
