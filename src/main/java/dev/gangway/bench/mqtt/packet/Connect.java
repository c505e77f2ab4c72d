package dev.gangway.bench.mqtt.packet;

import java.time.Duration;
import java.util.Optional;

/**
 * CONNECT (MQTT 3.1.1, section 3.1; MQTT 5, section 3.1), without its secrets: a user name can be an access token.
 *
 * @param level 3, 4 or 5 for MQTT 3.1, 3.1.1 and 5; other numbers are shown as they are
 * @param clientId may be empty
 * @param keepAlive 0 to 65,535 s
 * @param cleanStart clean session before MQTT 5
 * @param will what the server is to publish when the connection is lost
 * @param userName whether there is one
 * @param password whether there is one
 * @param properties none before MQTT 5
 */
public record Connect(
        int level,
        String clientId,
        Duration keepAlive,
        boolean cleanStart,
        Optional<Will> will,
        boolean userName,
        boolean password,
        Properties properties)
        implements MqttPacket {
    /** A will, without its payload. */
    public record Will(String topic, int qos, boolean retain, int payloadBytes) {}

    /** The version as people write it. */
    public String version() {
        return switch (level) {
            case 3 -> "MQTT 3.1";
            case 4 -> "MQTT 3.1.1";
            case 5 -> "MQTT 5";
            default -> "level " + level;
        };
    }
}
