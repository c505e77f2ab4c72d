package dev.gangway.bench.model;

import dev.gangway.secret.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What the CONNECT packet says. Fields that only MQTT 5 knows are left out with older versions.
 *
 * @param version of the protocol
 * @param clientId empty has the server choose one
 * @param userName where set
 * @param password where set; before MQTT 5 it needs a user name
 * @param session how the session is kept, and what is said about it
 * @param will where set
 * @param authentication enhanced authentication, MQTT 5 only
 */
public record MqttOptions(
        Version version,
        String clientId,
        Optional<String> userName,
        Optional<Secret> password,
        Session session,
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

    /**
     * How the session is kept.
     *
     * @param keepAlive 0 turns it off, at most 65535 s
     * @param cleanStart clean start, called clean session before MQTT 5
     * @param expiry of the session after the connection; MQTT 5 only, at most 4294967295 s, which means never
     * @param receiveMaximum MQTT 5 only, 1 to 65535
     * @param userProperties MQTT 5 only, in order
     */
    public record Session(
            Duration keepAlive,
            boolean cleanStart,
            Optional<Duration> expiry,
            Optional<Integer> receiveMaximum,
            List<Map.Entry<String, String>> userProperties) {
        /** A clean start, a sign of life every 30 s, and nothing that only MQTT 5 knows. */
        public static final Session CLEAN =
                new Session(Duration.ofSeconds(30), true, Optional.empty(), Optional.empty(), List.of());

        /** With another keep-alive. */
        public Session withKeepAlive(Duration changed) {
            return new Session(changed, cleanStart, expiry, receiveMaximum, userProperties);
        }

        /** With a clean start or without. */
        public Session withCleanStart(boolean changed) {
            return new Session(keepAlive, changed, expiry, receiveMaximum, userProperties);
        }

        /** With another expiry, or without one. */
        public Session withExpiry(Optional<Duration> changed) {
            return new Session(keepAlive, cleanStart, changed, receiveMaximum, userProperties);
        }

        /** With another receive maximum, or without one. */
        public Session withReceiveMaximum(Optional<Integer> changed) {
            return new Session(keepAlive, cleanStart, expiry, changed, userProperties);
        }

        /** With these user properties. */
        public Session withUserProperties(List<Map.Entry<String, String>> changed) {
            return new Session(keepAlive, cleanStart, expiry, receiveMaximum, changed);
        }
    }

    /** What the server publishes when the connection is lost. */
    public record Will(String topic, byte[] payload, int qos, boolean retain) {}

    /**
     * Enhanced authentication (MQTT 5, section 4.12).
     *
     * @param method for example {@code SCRAM-SHA-256} or {@code CUSTOM-JWT}
     * @param user for SCRAM
     * @param secret password for SCRAM, otherwise the data to send
     * @param again whether a test authenticates once more within the session (section 4.12.1)
     */
    public record Authentication(String method, String user, Secret secret, boolean again) {
        /** Once, at CONNECT. */
        public Authentication(String method, String user, Secret secret) {
            this(method, user, secret, false);
        }

        /** The same, and once more within the session. */
        public Authentication twice() {
            return new Authentication(method, user, secret, true);
        }
    }

    /** A clean session with user name and password as given. */
    public static MqttOptions of(
            Version version, String clientId, Optional<String> userName, Optional<Secret> password) {
        return new MqttOptions(
                version, clientId, userName, password, Session.CLEAN, Optional.empty(), Optional.empty());
    }

    /** With another version. */
    public MqttOptions withVersion(Version changed) {
        return new MqttOptions(changed, clientId, userName, password, session, will, authentication);
    }

    /** With other user name and password. */
    public MqttOptions withLogin(Optional<String> changedUser, Optional<Secret> changedPassword) {
        return new MqttOptions(version, clientId, changedUser, changedPassword, session, will, authentication);
    }

    /** With another client id. */
    public MqttOptions withClientId(String changed) {
        return new MqttOptions(version, changed, userName, password, session, will, authentication);
    }

    /** With the session kept otherwise. */
    public MqttOptions withSession(UnaryOperator<Session> change) {
        return new MqttOptions(version, clientId, userName, password, change.apply(session), will, authentication);
    }

    /** With another will, or without one. */
    public MqttOptions withWill(Optional<Will> changed) {
        return new MqttOptions(version, clientId, userName, password, session, changed, authentication);
    }

    /** With other enhanced authentication, or without. */
    public MqttOptions withAuthentication(Optional<Authentication> changed) {
        return new MqttOptions(version, clientId, userName, password, session, will, changed);
    }
}
