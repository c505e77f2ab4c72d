package dev.gangway.bench.mqtt.packet;

import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.Severity;
import java.util.Optional;

/** DISCONNECT; {@code code} is 0 before MQTT 5. */
public record Disconnect(int code, Optional<String> reason, Optional<String> serverReference) implements MqttPacket {
    @Override
    public Severity severity(Direction direction) {
        if (direction != Direction.IN) {
            return Severity.PLAIN;
        }
        return code >= 0x80 ? Severity.BAD : Severity.WARNING;
    }
}
