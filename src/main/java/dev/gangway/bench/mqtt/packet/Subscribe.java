package dev.gangway.bench.mqtt.packet;

import java.util.List;

/**
 * SUBSCRIBE or UNSUBSCRIBE (MQTT 5, sections 3.8 and 3.10).
 *
 * @param ends whether it is UNSUBSCRIBE
 * @param packetId 1 to 65,535
 * @param filters with their options; those of UNSUBSCRIBE have none
 * @param properties none before MQTT 5
 */
public record Subscribe(boolean ends, int packetId, List<Filter> filters, Properties properties) implements MqttPacket {
    public Subscribe {
        filters = List.copyOf(filters);
    }

    /** A topic filter and its options: the QoS in the lowest two bits, in MQTT 5 more (section 3.8.3.1). */
    public record Filter(String topic, int options) {}
}
