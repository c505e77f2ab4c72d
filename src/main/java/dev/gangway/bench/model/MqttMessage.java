package dev.gangway.bench.model;

import java.nio.charset.StandardCharsets;

/**
 * A message as a live session publishes it.
 *
 * @param topic without wildcards
 * @param payload at most 256 MB by the protocol
 * @param qos 0, 1 or 2
 * @param retain whether the server keeps it for those who subscribe later
 * @param properties of MQTT 5
 */
public record MqttMessage(String topic, byte[] payload, int qos, boolean retain, MessageProperties properties) {
    /** One with nothing special about it. */
    public static MqttMessage of(Publication publication) {
        return new MqttMessage(
                publication.topic(), publication.payload(), publication.qos(), false, MessageProperties.NONE);
    }

    /** Text, with nothing special about it. */
    public static MqttMessage text(String topic, String payload, int qos) {
        return new MqttMessage(topic, payload.getBytes(StandardCharsets.UTF_8), qos, false, MessageProperties.NONE);
    }

    /** What of it older versions of MQTT know. */
    public Publication publication() {
        return new Publication(topic, payload, qos);
    }
}
