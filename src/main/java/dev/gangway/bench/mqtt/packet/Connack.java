package dev.gangway.bench.mqtt.packet;

import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.Severity;
import java.util.Optional;

/**
 * CONNACK, the answer to CONNECT (MQTT 3.1.1, section 3.2; MQTT 5, section 3.2).
 *
 * @param code as sent: 0 to 5 before MQTT 5, 0 to 0x9F in MQTT 5
 * @param sessionPresent whether the server has kept an older session
 * @param properties limits and answers of the server; none before MQTT 5
 */
public record Connack(int code, boolean sessionPresent, Properties properties) implements MqttPacket {
    /** Whether the server takes us. */
    public boolean isAccepted() {
        return code == 0;
    }

    /** Why not, in the server's words. */
    public Optional<String> reason() {
        return properties.reasonString();
    }

    @Override
    public Severity severity(Direction direction) {
        return isAccepted() ? Severity.GOOD : Severity.BAD;
    }
}
