package dev.gangway.cli;

import dev.gangway.bench.model.MqttMessage;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Publication;
import dev.gangway.server.ServerKind;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a test publishes. */
final class PublicationOptions {
    @Option(
            names = "--telemetry",
            description = "Publish a value where ThingsBoard takes telemetry, and wait for its acknowledgement.")
    private boolean telemetry;

    @Option(
            names = "--publish",
            paramLabel = "TOPIC=PAYLOAD",
            description = "Publish this, and wait for its acknowledgement.")
    private Optional<String> publish = Optional.empty();

    @Mixin
    private QosOption qos = new QosOption();

    /** The plan with what is to be published; {@code server} is what stands behind it. */
    Plan addTo(Plan plan, ServerKind server) {
        int level = qos.value();
        if (publish.isPresent()) {
            return plan.publishing(given());
        }
        return telemetry
                ? plan.publishing(MqttMessage.text(
                                server.devices().telemetryTopic(plan.mqtt().clientId()), "{\"gangway\":1}", level)
                        .publication())
                : plan;
    }

    private Publication given() {
        return message("--publish", publish.orElseThrow(), qos.value()).publication();
    }

    /** The plan of a device of the vault, which publishes already, with what is to be published instead. */
    Plan over(Plan plan) {
        return publish.isPresent()
                ? plan.proving(Optional.empty(), Optional.empty()).publishing(given())
                : plan;
    }

    /** A message written as {@code TOPIC=PAYLOAD}. */
    static MqttMessage message(String option, String text, int qos) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw ConnectionOptions.badValue(option, text);
        }
        return MqttMessage.text(text.substring(0, equals), text.substring(equals + 1), qos);
    }
}
