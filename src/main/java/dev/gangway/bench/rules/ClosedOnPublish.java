package dev.gangway.bench.rules;

import dev.gangway.bench.model.MqttOptions.Version;
import dev.gangway.bench.mqtt.packet.Publish;

/** The server hung up on a message, or left it without an answer: before MQTT 5 it has no other word for no. */
final class ClosedOnPublish {
    private ClosedOnPublish() {}

    /** Servers without QoS 2 hang up on it (Azure IoT Hub, RabbitMQ before 3.8), and so they do on a topic. */
    static void propose(Proposals proposals) {
        Findings findings = proposals.findings();
        notAllowed(proposals);
        boolean exactlyOnce = findings.plan()
                .publication()
                .filter(planned -> planned.qos() == 2)
                .isPresent();
        if (exactlyOnce && proposals.has(SessionCode.CLOSED_AFTER_PUBLISH)) {
            findings.timeline()
                    .first(Publish.class, MatchedEvent::isOut)
                    .ifPresent(publish -> proposals.add(findings.draft(SessionCode.QOS_NOT_SUPPORTED)
                            .seen(
                                    publish,
                                    "publish-sent",
                                    "bytes",
                                    publish.detail().payloadBytes())
                            .seen(findings.hungUp(), "closed-by-server")
                            .possible()));
        }
    }

    /** A topic that the device may not use: aedes and RabbitMQ hang up or stay silent, AWS IoT Core hangs up. */
    private static void notAllowed(Proposals proposals) {
        Findings findings = proposals.findings();
        boolean wordless = findings.mqtt().version() != Version.V5
                && (proposals.has(SessionCode.CLOSED_AFTER_PUBLISH) || proposals.has(SessionCode.NO_ACKNOWLEDGEMENT));
        if (wordless) {
            findings.timeline()
                    .first(Publish.class, MatchedEvent::isOut)
                    .ifPresent(publish -> proposals.add(findings.draft(SessionCode.NOT_ALLOWED)
                            .with(
                                    "topic",
                                    findings.plan()
                                            .publication()
                                            .map(planned -> planned.topic())
                                            .orElse("–"))
                            .seen(
                                    publish,
                                    "publish-sent",
                                    "bytes",
                                    publish.detail().payloadBytes())
                            .seen(findings.hungUp(), "closed-by-server")
                            .possible()));
        }
    }
}
