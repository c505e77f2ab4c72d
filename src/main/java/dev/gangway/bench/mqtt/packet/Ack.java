package dev.gangway.bench.mqtt.packet;

import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.Severity;
import java.util.List;
import java.util.Optional;

/** An acknowledgement: PUBACK, PUBREC, PUBREL, PUBCOMP, SUBACK, UNSUBACK. */
public record Ack(int packetType, int packetId, List<Integer> codes, Optional<String> reason) implements MqttPacket {
    private static final int FIRST_FAILURE = 0x80;

    /** Whether something was refused (MQTT 5, section 2.4). */
    public boolean isRefusal() {
        return codes.stream().anyMatch(code -> code >= FIRST_FAILURE);
    }

    @Override
    public Severity severity(Direction direction) {
        return isRefusal() ? Severity.BAD : Severity.GOOD;
    }
}
