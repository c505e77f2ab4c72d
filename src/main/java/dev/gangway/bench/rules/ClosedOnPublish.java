package dev.gangway.bench.rules;

import dev.gangway.bench.mqtt.packet.Publish;

/** The server hung up on a message: before MQTT 5 it has no other word for no. */
final class ClosedOnPublish {
    private ClosedOnPublish() {}

    /** Servers without QoS 2 hang up on it (Azure IoT Hub, RabbitMQ before 3.8), and so they do on a topic. */
    static void propose(Proposals proposals) {
        Findings findings = proposals.findings();
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
}
