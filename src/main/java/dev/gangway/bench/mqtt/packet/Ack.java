package dev.gangway.bench.mqtt.packet;

import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.Severity;
import java.util.List;
import java.util.Optional;

/**
 * An acknowledgement: PUBACK, PUBREC, PUBREL, PUBCOMP, SUBACK, UNSUBACK (MQTT 5, sections 3.4 to 3.7, 3.9, 3.11).
 *
 * @param type which of them
 * @param packetId of what it acknowledges, 1 to 65,535
 * @param codes one for each filter in SUBACK and UNSUBACK of MQTT 5, otherwise one; 0 where the packet has none
 * @param properties none before MQTT 5
 */
public record Ack(PacketType type, int packetId, List<Integer> codes, Properties properties) implements MqttPacket {
    private static final int FIRST_FAILURE = 0x80;

    public Ack {
        codes = List.copyOf(codes);
    }

    /** Why, in the server's words. */
    public Optional<String> reason() {
        return properties.reasonString();
    }

    /** Whether something was refused (MQTT 5, section 2.4). */
    public boolean isRefusal() {
        return codes.stream().anyMatch(code -> code >= FIRST_FAILURE);
    }

    @Override
    public Severity severity(Direction direction) {
        return isRefusal() ? Severity.BAD : Severity.GOOD;
    }
}
