package dev.gangway.bench.mqtt;

import dev.gangway.bench.model.MqttMessage;
import dev.gangway.bench.model.MqttOptions.Version;
import dev.gangway.bench.mqtt.packet.Ack;
import dev.gangway.bench.mqtt.packet.PacketType;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Our messages and subscriptions that the server has not answered yet. Never more than it wants at once (MQTT 5,
 * section 3.3.4): the others wait here. Safe for use by several threads.
 */
final class Outgoing {
    private static final int HIGHEST_ID = 0xFFFF;

    /** Before MQTT 5 a server cannot say how many it takes; Mosquitto takes 20 unless told otherwise. */
    private static final int AT_ONCE_BEFORE_5 = 20;

    private final Version version;
    private final Map<Integer, MqttMessage> messages = new HashMap<>();
    private final Map<Integer, String> filters = new HashMap<>();
    private final ArrayDeque<MqttMessage> waiting = new ArrayDeque<>();
    private int atOnce;
    private int lastId;

    /** What an acknowledgement of a message means. */
    record Step(Optional<byte[]> answer, Optional<MqttMessage> done, Optional<byte[]> next) {
        static final Step NOTHING = new Step(Optional.empty(), Optional.empty(), Optional.empty());
    }

    Outgoing(Version version) {
        this.version = version;
        atOnce = version == Version.V5 ? HIGHEST_ID : AT_ONCE_BEFORE_5;
    }

    /** How many messages of QoS 1 and 2 the server takes before it answers. */
    synchronized void limit(int most) {
        atOnce = Math.clamp(most, 1, HIGHEST_ID);
    }

    /** The packet to be sent now; empty where it has to wait. */
    synchronized Optional<byte[]> publish(MqttMessage message) {
        if (message.qos() == 0) {
            return Optional.of(Packets.publish(message, 0, version));
        }
        if (messages.size() >= atOnce) {
            waiting.add(message);
            return Optional.empty();
        }
        return Optional.of(begin(message));
    }

    synchronized byte[] subscribe(String filter, int qos) {
        int id = freeId();
        filters.put(id, filter);
        return Packets.subscribe(filter, qos, id, version);
    }

    synchronized byte[] unsubscribe(String filter) {
        int id = freeId();
        filters.put(id, filter);
        return Packets.unsubscribe(filter, id, version);
    }

    /** The filter that SUBACK or UNSUBACK answers; empty where we asked for none. */
    synchronized Optional<String> answered(Ack ack) {
        return Optional.ofNullable(filters.remove(ack.packetId()));
    }

    /** PUBACK, PUBREC or PUBCOMP came. */
    synchronized Step acknowledged(Ack ack) {
        if (ack.type() == PacketType.PUBREC && !ack.isRefusal()) {
            // also where the id is unknown: the server waits for it
            return new Step(
                    Optional.of(Packets.acknowledge(PacketType.PUBREL, ack.packetId())),
                    Optional.empty(),
                    Optional.empty());
        }
        MqttMessage done = messages.remove(ack.packetId());
        if (done == null) {
            return Step.NOTHING;
        }
        Optional<byte[]> next = Optional.ofNullable(waiting.poll()).map(this::begin);
        return new Step(Optional.empty(), Optional.of(done), next);
    }

    /** Messages that were sent and not acknowledged; in no order. */
    synchronized List<MqttMessage> open() {
        return List.copyOf(messages.values());
    }

    private byte[] begin(MqttMessage message) {
        int id = freeId();
        messages.put(id, message);
        return Packets.publish(message, id, version);
    }

    /** There is one: {@link #atOnce} keeps the number of messages below, and subscriptions are few. */
    private int freeId() {
        do {
            lastId = lastId % HIGHEST_ID + 1;
        } while (messages.containsKey(lastId) || filters.containsKey(lastId));
        return lastId;
    }
}
