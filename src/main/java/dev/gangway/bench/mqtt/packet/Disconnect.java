package dev.gangway.bench.mqtt.packet;

import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.Severity;
import java.util.Optional;

/**
 * DISCONNECT (MQTT 5, section 3.14).
 *
 * @param code 0 to 0xA2; 0 before MQTT 5
 * @param properties none before MQTT 5
 */
public record Disconnect(int code, Properties properties) implements MqttPacket {
    private static final int FIRST_FAILURE = 0x80;

    /** Why, in the server's words. */
    public Optional<String> reason() {
        return properties.reasonString();
    }

    @Override
    public Severity severity(Direction direction) {
        if (direction != Direction.IN) {
            return Severity.PLAIN;
        }
        return code >= FIRST_FAILURE ? Severity.BAD : Severity.WARNING;
    }
}
