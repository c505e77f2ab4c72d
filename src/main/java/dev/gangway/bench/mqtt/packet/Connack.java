package dev.gangway.bench.mqtt.packet;

import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.Severity;
import java.util.Map;
import java.util.Optional;

/** CONNACK. {@code code} as sent: 0 to 5 before MQTT 5, 0 to 0x9F in MQTT 5. */
public record Connack(int code, boolean sessionPresent, Optional<String> reason, Map<String, String> properties)
        implements MqttPacket {
    @Override
    public Severity severity(Direction direction) {
        return code == 0 ? Severity.GOOD : Severity.BAD;
    }
}
