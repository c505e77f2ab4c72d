package dev.gangway.practice.mqtt;

import dev.gangway.practice.store.SignIn;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What a CONNECT leads to. */
sealed interface Judgement {
    /** A device signed in. */
    record Accepted(UUID device) implements Judgement {}

    /** Somebody who asks for credentials; whatever else was sent does not matter. */
    record Provisioning() implements Judgement {}

    /**
     * Somebody with a good JWT.
     *
     * @param expiry when it stops being good, where it says
     */
    record Bearer(Optional<Instant> expiry) implements Judgement {}

    /** Nobody. The two codes are for MQTT 3.1.1 and 5. */
    record Refused(int code31, int code5) implements Judgement {}

    /** User name and password, or one of them, belong to nobody. */
    Refused BAD_USER_OR_PASSWORD = new Refused(5, 134);
    /** Neither was sent, only a client id. */
    Refused BAD_CLIENT_ID = new Refused(2, 133);
    /** The certificate belongs to nobody or is out of date, or nothing at all was sent. */
    Refused NOT_AUTHORIZED = new Refused(5, 135);
    /** The JWT is known, but not good here and now; only this server has a 4 for it, as EMQX does. */
    Refused UNFIT_TOKEN = new Refused(4, 134);

    /** The device's profile is for another transport than MQTT. */
    Refused SERVER_UNAVAILABLE = new Refused(3, 136);

    String PROVISION = "provision";

    /** Judges in the order of the real server: provisioning, then the certificate alone, then the names. */
    static Judgement of(ConnectFields fields, SignIn signIn, boolean checkDates) {
        if (fields.clientId().equals(PROVISION) || fields.userName().equals(Optional.of(PROVISION))) {
            return new Provisioning();
        }
        if (!fields.chain().isEmpty()) {
            return signIn.byCertificate(fields.chain().getFirst(), checkDates)
                    .<Judgement>map(Accepted::new)
                    .orElse(NOT_AUTHORIZED);
        }
        Refused otherwise = refusal(
                fields.clientId(),
                fields.userName().isPresent() || fields.password().isPresent());
        return signIn.byPassword(fields.clientId(), fields.userName(), fields.password())
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
