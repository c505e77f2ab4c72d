package dev.gangway.bench.mqtt.packet;

import java.util.Arrays;

/**
 * PUBLISH (MQTT 3.1.1, section 3.3; MQTT 5, section 3.3). The payload stays in the bytes of the packet, which may be
 * kept in part only.
 *
 * @param packetId 1 to 65,535; 0 with QoS 0
 * @param topic may be empty where an alias stands for it
 * @param qos 0 to 2
 * @param retain whether it is, or was, kept
 * @param duplicate whether it may have been sent before
 * @param properties none before MQTT 5
 * @param payloadStart where the payload begins in the packet
 * @param payloadBytes its size
 */
public record Publish(
        int packetId,
        String topic,
        int qos,
        boolean retain,
        boolean duplicate,
        Properties properties,
        int payloadStart,
        int payloadBytes)
        implements MqttPacket {
    /** The payload in the bytes of this packet, as far as they were kept. */
    public byte[] payload(byte[] raw) {
        int start = Math.min(payloadStart, raw.length);
        return Arrays.copyOfRange(raw, start, Math.min(raw.length, start + payloadBytes));
    }
}
