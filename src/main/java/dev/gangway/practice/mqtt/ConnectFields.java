package dev.gangway.practice.mqtt;

import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectPayload;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * What somebody signs in with.
 *
 * @param chain what was presented in TLS, leaf first; may be empty
 */
record ConnectFields(
        String clientId, Optional<String> userName, Optional<String> password, List<X509Certificate> chain) {
    static ConnectFields of(MqttConnectMessage connect, List<X509Certificate> chain) {
        MqttConnectPayload payload = connect.payload();
        return new ConnectFields(
                Optional.ofNullable(payload.clientIdentifier()).orElse(""),
                Optional.ofNullable(payload.userName()),
                Optional.ofNullable(payload.passwordInBytes()).map(bytes -> new String(bytes, StandardCharsets.UTF_8)),
                chain);
    }

    /** Not the content: it is secret. */
    @Override
    public String toString() {
        return "CONNECT of " + clientId;
    }
}
