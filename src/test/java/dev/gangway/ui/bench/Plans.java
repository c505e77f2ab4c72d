package dev.gangway.ui.bench;

import dev.gangway.bench.event.Detail;
import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.Event;
import dev.gangway.bench.event.Layer;
import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Publication;
import dev.gangway.bench.model.Run;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.bench.model.Verdict;
import dev.gangway.diagnosis.Action;
import dev.gangway.diagnosis.Remedy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans, events and runs to try the screen with. */
final class Plans {
    static final Plan PLAIN = Plan.connect(
                    Endpoint.of("broker.example", 1883, false),
                    TlsOptions.trusting(List.of()),
                    MqttOptions.of(
                            MqttOptions.Version.V5, "pump-0417", Optional.of("token-of-pump-0417"), Optional.empty()))
            .publishing(new Publication("v1/devices/me/telemetry", "{}".getBytes(StandardCharsets.UTF_8), 1));
    static final Plan TLS = PLAIN.at(Endpoint.of("broker.example", 8883, true));

    private Plans() {}

    static Run failed(Plan plan, Event... events) {
        return new Run(
                plan,
                Instant.EPOCH,
                Duration.ofMillis(40),
                List.of(events),
                new Verdict.Cancelled(),
                List.of(),
                Optional.empty());
    }

    static Run passed(Plan plan, Event... events) {
        return new Run(
                plan,
                Instant.EPOCH,
                Duration.ofMillis(40),
                List.of(events),
                new Verdict.Passed(),
                List.of(),
                Optional.empty());
    }

    static Event event(int index, Direction direction, String name, Detail detail) {
        return new Event(
                index, 1000L * (index + 1), Layer.MQTT, direction, name, 10, "", detail, List.of(), new byte[10]);
    }

    static Remedy remedy(Action action, String... parameters) {
        Map<String, String> args = new HashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            args.put(parameters[i], parameters[i + 1]);
        }
        return new Remedy("do-it", args, action);
    }
}
