package dev.gangway.bench.mqtt;

import dev.gangway.bench.event.FieldReader;
import dev.gangway.bench.event.MalformedException;
import dev.gangway.bench.model.MqttOptions.Version;
import dev.gangway.bench.model.Publication;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A PUBLISH taken apart.
 *
 * @param packetId 0 with QoS 0
 * @param message topic, QoS, and the payload as far as it was kept
 */
record PublishParts(int packetId, Publication message) {

    /** The parts; empty where the packet is malformed. */
    static Optional<PublishParts> of(byte[] raw, Version version) {
        FieldReader in = new FieldReader(raw);
        try {
            int qos = in.skipNumber(1) >> 1 & 3;
            PropertyReader.variable(in);
            String topic = new String(in.bytes(in.skipNumber(2), "topic"), StandardCharsets.UTF_8);
            int id = qos == 0 ? 0 : in.skipNumber(2);
            if (version == Version.V5) {
                in.bytes(PropertyReader.variable(in), "properties");
            }
            return Optional.of(new PublishParts(id, new Publication(topic, in.rest("payload"), qos)));
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }
}
