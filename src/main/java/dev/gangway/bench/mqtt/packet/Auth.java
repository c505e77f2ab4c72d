package dev.gangway.bench.mqtt.packet;

import java.util.Optional;

/**
 * AUTH, a step of enhanced authentication (MQTT 5, section 3.15).
 *
 * @param code 0 success, 0x18 continue, 0x19 authenticate again
 * @param properties hold the method and its data
 */
public record Auth(int code, Properties properties) implements MqttPacket {
    /** Code of a step that is not the last one. */
    public static final int CONTINUE = 0x18;

    /** The method of authentication; the standard wants it in every AUTH. */
    public Optional<String> method() {
        return properties.authenticationMethod();
    }
}
