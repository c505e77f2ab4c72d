package dev.gangway.bench;

import dev.gangway.secret.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the CONNECT packet says. Fields that only MQTT 5 knows are left out with older versions.
 *
 * @param version of the protocol
 * @param clientId empty has the server choose one
 * @param userName where set
 * @param password where set; before MQTT 5 it needs a user name
 * @param keepAlive 0 turns it off, at most 65535 s
 * @param cleanStart clean start, called clean session before MQTT 5
 * @param sessionExpiry MQTT 5 only
 * @param receiveMaximum MQTT 5 only, 1 to 65535
 * @param userProperties MQTT 5 only, in order
 * @param will where set
 * @param authentication enhanced authentication, MQTT 5 only
 */
public record MqttOptions(
        Version version,
        String clientId,
        Optional<String> userName,
        Optional<Secret> password,
        Duration keepAlive,
        boolean cleanStart,
        Optional<Duration> sessionExpiry,
        Optional<Integer> receiveMaximum,
        List<Map.Entry<String, String>> userProperties,
        Optional<Will> will,
        Optional<Authentication> authentication) {

    /** The versions we speak. */
    public enum Version {
        /** MQTT 3.1, protocol level 3. */
        V3_1,
        /** MQTT 3.1.1, protocol level 4. */
        V3_1_1,
        /** MQTT 5.0, protocol level 5. */
        V5
    }

    /** What the server publishes when the connection is lost. */
    public record Will(String topic, byte[] payload, int qos, boolean retain) {}

    /**
     * Enhanced authentication (MQTT 5, section 4.12).
     *
     * @param method for example {@code SCRAM-SHA-256} or {@code CUSTOM-JWT}
     * @param user for SCRAM
     * @param secret password for SCRAM, otherwise the data to send
     */
    public record Authentication(String method, String user, Secret secret) {}

    /** A clean session with user name and password as given. */
    public static MqttOptions of(
            Version version, String clientId, Optional<String> userName, Optional<Secret> password) {
        return new MqttOptions(
                version,
                clientId,
                userName,
                password,
                Duration.ofSeconds(30),
                true,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** With another version. */
    public MqttOptions withVersion(Version changed) {
        return new MqttOptions(
                changed,
                clientId,
                userName,
                password,
                keepAlive,
                cleanStart,
                sessionExpiry,
                receiveMaximum,
                userProperties,
                will,
                authentication);
    }

    /** With other user name and password. */
    public MqttOptions withLogin(Optional<String> changedUser, Optional<Secret> changedPassword) {
        return new MqttOptions(
                version,
                clientId,
                changedUser,
                changedPassword,
                keepAlive,
                cleanStart,
                sessionExpiry,
                receiveMaximum,
                userProperties,
                will,
                authentication);
    }

    /** With another client id. */
    public MqttOptions withClientId(String changed) {
        return new MqttOptions(
                version,
                changed,
                userName,
                password,
                keepAlive,
                cleanStart,
                sessionExpiry,
                receiveMaximum,
                userProperties,
                will,
                authentication);
    }

    /** With enhanced authentication. */
    public MqttOptions withAuthentication(Authentication changed) {
        return new MqttOptions(
                version,
                clientId,
                userName,
                password,
                keepAlive,
                cleanStart,
                sessionExpiry,
                receiveMaximum,
                userProperties,
                will,
                Optional.of(changed));
    }

    /** With another keep-alive. */
    public MqttOptions withKeepAlive(Duration changed) {
        return new MqttOptions(
                version,
                clientId,
                userName,
                password,
                changed,
                cleanStart,
                sessionExpiry,
                receiveMaximum,
                userProperties,
                will,
                authentication);
    }
}
