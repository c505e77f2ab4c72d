package dev.gangway.cli;

import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.MqttOptions.Session;
import dev.gangway.bench.model.MqttOptions.Version;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** How CONNECT asks for the session to be kept. */
final class SessionOptions {
    private static final long LARGEST = 0xFFFF;
    private static final long NEVER = 0xFFFF_FFFFL;

    @Option(names = "--keep-alive", paramLabel = "SECONDS", description = "0 to 65535; 0 turns it off. 30 without it.")
    private Optional<Long> keepAlive = Optional.empty();

    @Option(names = "--keep-session", description = "Go on with a session that the server keeps: no clean start.")
    private boolean keepSession;

    @Option(
            names = "--session-expiry",
            paramLabel = "SECONDS",
            description = "How long the server keeps the session; 4294967295 for ever. MQTT 5.")
    private Optional<Long> expiry = Optional.empty();

    @Option(
            names = "--receive-maximum",
            paramLabel = "N",
            description = "How many messages may wait for their acknowledgement, 1 to 65535. MQTT 5.")
    private Optional<Long> receiveMaximum = Optional.empty();

    @Option(
            names = "--user-property",
            paramLabel = "NAME=VALUE",
            description = "User property of CONNECT; may be repeated. MQTT 5.")
    private List<String> userProperties = List.of();

    /** The same with what was chosen; what was not chosen stays. */
    MqttOptions addTo(MqttOptions options) {
        if (options.version() != Version.V5) {
            needsMqtt5().findFirst().ifPresent(option -> {
                throw CommandFailed.because(CliCode.NEEDS_MQTT_5, "option", option);
            });
        }
        return options.withSession(this::chosen);
    }

    private Session chosen(Session usual) {
        Session session = keepAlive
                .map(value -> Duration.ofSeconds(within("--keep-alive", value, 0, LARGEST)))
                .map(usual::withKeepAlive)
                .orElse(usual);
        session = keepSession ? session.withCleanStart(false) : session;
        session = expiry.isPresent()
                ? session.withExpiry(
                        expiry.map(value -> Duration.ofSeconds(within("--session-expiry", value, 0, NEVER))))
                : session;
        session = receiveMaximum.isPresent()
                ? session.withReceiveMaximum(
                        receiveMaximum.map(value -> Math.toIntExact(within("--receive-maximum", value, 1, LARGEST))))
                : session;
        return userProperties.isEmpty()
                ? session
                : session.withUserProperties(
                        userProperties.stream().map(SessionOptions::pair).toList());
    }

    private Stream<String> needsMqtt5() {
        return Stream.of(
                        expiry.map(_ -> "--session-expiry"),
                        receiveMaximum.map(_ -> "--receive-maximum"),
                        userProperties.stream().findFirst().map(_ -> "--user-property"))
                .flatMap(Optional::stream);
    }

    private static Map.Entry<String, String> pair(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw ConnectionOptions.badValue("--user-property", text);
        }
        return Map.entry(text.substring(0, equals), text.substring(equals + 1));
    }

    private static long within(String option, long value, long lowest, long highest) {
        if (value < lowest || value > highest) {
            throw ConnectionOptions.badValue(option, String.valueOf(value));
        }
        return value;
    }
}
