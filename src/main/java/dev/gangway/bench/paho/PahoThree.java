package dev.gangway.bench.paho;

import dev.gangway.background.Deadline;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.Plan;
import java.util.Arrays;
import java.util.Optional;
import javax.net.SocketFactory;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/** Paho's client for MQTT 3.1.1 and 3.1. */
final class PahoThree {
    private PahoThree() {}

    /** Connects and disconnects; empty where CONNACK accepted it. */
    static Optional<StockJavaResult> refused(Plan plan, String uri, SocketFactory sockets, Deadline deadline) {
        char[] password = plan.mqtt()
                .password()
                .map(secret -> secret.withChars(char[]::clone))
                .orElseGet(() -> new char[0]);
        try {
            MqttClient client = new MqttClient(uri, plan.mqtt().clientId(), new MemoryPersistence());
            client.setTimeToWait(Math.max(1, deadline.left().toMillis()));
            try {
                client.connect(options(plan.mqtt(), password, sockets, deadline));
                return Optional.empty();
            } finally {
                leave(client);
            }
        } catch (MqttException refused) {
            return Optional.of(why(refused));
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    /** Says goodbye, where there is anybody to say it to; what it got before counts, whatever becomes of this. */
    private static void leave(MqttClient client) {
        try {
            if (client.isConnected()) {
                client.disconnect();
            }
            client.close(true);
        } catch (MqttException _) {
            // its sockets are closed by whoever made them
        }
    }

    private static MqttConnectOptions options(
            MqttOptions mqtt, char[] password, SocketFactory sockets, Deadline deadline) {
        MqttConnectOptions options = new MqttConnectOptions();
        options.setMqttVersion(
                mqtt.version() == MqttOptions.Version.V3_1
                        ? MqttConnectOptions.MQTT_VERSION_3_1
                        : MqttConnectOptions.MQTT_VERSION_3_1_1);
        options.setSocketFactory(sockets);
        options.setAutomaticReconnect(false);
        options.setConnectionTimeout((int) Math.max(1, deadline.left().toSeconds()));
        options.setKeepAliveInterval((int) mqtt.session().keepAlive().toSeconds());
        options.setCleanSession(mqtt.session().cleanStart());
        mqtt.userName().ifPresent(options::setUserName);
        mqtt.password().ifPresent(_ -> options.setPassword(password));
        return options;
    }

    /** Return codes of the server are those up to 5 (MQTT 3.1.1, section 3.2.2.3); what Paho adds is above. */
    private static StockJavaResult why(MqttException refused) {
        int code = refused.getReasonCode();
        if (code >= MqttException.REASON_CODE_INVALID_PROTOCOL_VERSION
                && code <= MqttException.REASON_CODE_NOT_AUTHORIZED) {
            return new StockJavaResult.Refused(code);
        }
        return code == MqttException.REASON_CODE_CLIENT_TIMEOUT ? new StockJavaResult.NoAnswer() : Failures.of(refused);
    }
}
