package dev.gangway.cli;

import dev.gangway.bench.model.MqttMessage;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.MqttOptions.Will;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What the server publishes when the connection is lost. */
final class WillOptions {
    private static final int HIGHEST = 2;

    @Option(
            names = "--will",
            paramLabel = "TOPIC=PAYLOAD",
            description = "What the server publishes when the connection is lost.")
    private Optional<String> will = Optional.empty();

    @Option(names = "--will-qos", paramLabel = "0|1|2", description = "Of the will; 0 without it.")
    private Optional<Integer> qos = Optional.empty();

    @Option(names = "--will-retain", description = "Have the server keep the will.")
    private boolean retain;

    /** The same with the will, where one was given. */
    MqttOptions addTo(MqttOptions options) {
        if (will.isEmpty() && (qos.isPresent() || retain)) {
            throw CommandFailed.because(CliCode.OPTION_NEEDED, "option", "--will");
        }
        int level = qos.orElse(0);
        if (level < 0 || level > HIGHEST) {
            throw ConnectionOptions.badValue("--will-qos", String.valueOf(level));
        }
        return will.map(text -> PublicationOptions.message("--will", text, level))
                .map(message -> options.withWill(Optional.of(will(message))))
                .orElse(options);
    }

    private Will will(MqttMessage message) {
        return new Will(message.topic(), message.payload(), message.qos(), retain);
    }
}
