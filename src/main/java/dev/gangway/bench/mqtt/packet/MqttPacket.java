package dev.gangway.bench.mqtt.packet;

import dev.gangway.bench.event.Detail;
import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.Severity;

/** An MQTT control packet as it was sent or received: one immutable value for each, its secrets left out. */
public sealed interface MqttPacket extends Detail
        permits Connect, Connack, Publish, Ack, Subscribe, Disconnect, Auth, MqttPacket.Ping, MqttPacket.Malformed {
    /** PINGREQ or PINGRESP; direction says who asked. */
    record Ping(PacketType type) implements MqttPacket {}

    /**
     * A packet that is not as it should be, or of a type that is reserved.
     *
     * @param type in its first byte
     * @param what is wrong with it, for people who know the standard
     */
    record Malformed(PacketType type, String what) implements MqttPacket {
        @Override
        public Severity severity(Direction direction) {
            return Severity.BAD;
        }
    }
}
