package dev.gangway.bench.paho;

import dev.gangway.background.Deadline;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.Plan;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import javax.net.SocketFactory;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;

/** Paho's client for MQTT 5. */
final class PahoFive {
    /** Reason codes of the server have one byte, and those of a failure begin here (MQTT 5, section 2.4). */
    private static final int LEAST_FAILURE = 0x80;

    private static final int GREATEST_REASON = 0xFF;

    private PahoFive() {}

    /** Connects and disconnects; empty where CONNACK accepted it. */
    static Optional<StockJavaResult> refused(Plan plan, String uri, SocketFactory sockets, Deadline deadline) {
        byte[] password = plan.mqtt()
                .password()
                .map(secret -> secret.withBytes(byte[]::clone))
                .orElseGet(() -> new byte[0]);
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
            Arrays.fill(password, (byte) 0);
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

    private static MqttConnectionOptions options(
            MqttOptions mqtt, byte[] password, SocketFactory sockets, Deadline deadline) {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setSocketFactory(sockets);
        options.setAutomaticReconnect(false);
        options.setConnectionTimeout((int) Math.max(1, deadline.left().toSeconds()));
        options.setKeepAliveInterval((int) mqtt.session().keepAlive().toSeconds());
        options.setCleanStart(mqtt.session().cleanStart());
        mqtt.session().expiry().map(Duration::toSeconds).ifPresent(options::setSessionExpiryInterval);
        mqtt.session().receiveMaximum().ifPresent(options::setReceiveMaximum);
        options.setUserProperties(mqtt.session().userProperties().stream()
                .map(one -> new UserProperty(one.getKey(), one.getValue()))
                .toList());
        mqtt.userName().ifPresent(options::setUserName);
        mqtt.password().ifPresent(_ -> options.setPassword(password));
        return options;
    }

    private static StockJavaResult why(MqttException refused) {
        int code = refused.getReasonCode();
        if (code >= LEAST_FAILURE && code <= GREATEST_REASON) {
            return new StockJavaResult.Refused(code);
        }
        return code == MqttClientException.REASON_CODE_CLIENT_TIMEOUT
                ? new StockJavaResult.NoAnswer()
                : Failures.of(refused);
    }
}
