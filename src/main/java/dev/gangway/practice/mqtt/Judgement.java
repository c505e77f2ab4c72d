package dev.gangway.practice.mqtt;

import dev.gangway.practice.store.SignIn;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectPayload;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a CONNECT leads to. */
sealed interface Judgement {
    /** A device signed in. */
    record Accepted(UUID device) implements Judgement {}

    /** Somebody who asks for credentials; whatever else was sent does not matter. */
    record Provisioning() implements Judgement {}

    /** Nobody. The two codes are for MQTT 3.1.1 and 5. */
    record Refused(int code31, int code5) implements Judgement {}

    /** User name and password, or one of them, belong to nobody. */
    Refused BAD_USER_OR_PASSWORD = new Refused(5, 134);
    /** Neither was sent, only a client id. */
    Refused BAD_CLIENT_ID = new Refused(2, 133);
    /** The certificate belongs to nobody or is out of date, or nothing at all was sent. */
    Refused NOT_AUTHORIZED = new Refused(5, 135);

    /** The device's profile is for another transport than MQTT. */
    Refused SERVER_UNAVAILABLE = new Refused(3, 136);

    String PROVISION = "provision";

    /** Judges in the order of the real server: provisioning, then the certificate alone, then the names. */
    static Judgement of(MqttConnectMessage connect, List<X509Certificate> chain, SignIn signIn, boolean checkDates) {
        MqttConnectPayload payload = connect.payload();
        String clientId = Optional.ofNullable(payload.clientIdentifier()).orElse("");
        Optional<String> userName = Optional.ofNullable(payload.userName());
        Optional<String> password =
                Optional.ofNullable(payload.passwordInBytes()).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
        if (clientId.equals(PROVISION) || userName.equals(Optional.of(PROVISION))) {
            return new Provisioning();
        }
        if (!chain.isEmpty()) {
            return signIn.byCertificate(chain.getFirst(), checkDates)
                    .<Judgement>map(Accepted::new)
                    .orElse(NOT_AUTHORIZED);
        }
        Refused otherwise = refusal(clientId, userName.isPresent() || password.isPresent());
        return signIn.byPassword(clientId, userName, password)
                .<Judgement>map(Accepted::new)
                .orElse(otherwise);
    }

    private static Refused refusal(String clientId, boolean anySecret) {
        if (anySecret) {
            return BAD_USER_OR_PASSWORD;
        }
        return clientId.isBlank() ? NOT_AUTHORIZED : BAD_CLIENT_ID;
    }
}
