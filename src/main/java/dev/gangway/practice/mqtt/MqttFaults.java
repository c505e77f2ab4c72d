package dev.gangway.practice.mqtt;

/**
 * What the MQTT side does wrong on purpose.
 *
 * @param connect with CONNECT
 * @param publish with telemetry
 * @param skipDateCheck whether expired client certificates pass, as with the server's own setting
 *     {@code MQTT_SSL_SKIP_VALIDITY_CHECK_FOR_CLIENT_CERT}
 */
public record MqttFaults(ConnectFault connect, PublishFault publish, boolean skipDateCheck) {
    /** Nothing at all. */
    public static final MqttFaults NONE = new MqttFaults(new ConnectFault.None(), PublishFault.NONE, false);

    /** What can go wrong with telemetry on purpose. */
    public enum PublishFault {
        /** Nothing. */
        NONE,
        /** It is stored, but never acknowledged. */
        NO_ACKNOWLEDGEMENT,
        /** It is acknowledged, but never stored. */
        NOT_STORED
    }
}
