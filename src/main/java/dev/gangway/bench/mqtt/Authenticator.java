package dev.gangway.bench.mqtt;

import dev.gangway.bench.event.AuthDetail.AuthFault;
import dev.gangway.bench.model.MqttOptions.Authentication;
import java.util.Locale;
import java.util.Optional;

/** Our side of enhanced authentication (MQTT 5, section 4.12). For one exchange and one thread. */
interface Authenticator {
    /** The data that begins the exchange. */
    byte[] first();

    /** What a challenge is answered with, or why it is not. */
    Answer answer(byte[] challenge);

    /**
     * Whether the server proved itself at the end.
     *
     * @param data that came with success; empty where there was none
     * @return empty for methods that know no such proof
     */
    Optional<AuthChecked> conclude(byte[] data);

    /** What a challenge is answered with. */
    sealed interface Answer {
        /** With these data. */
        record Data(byte[] data) implements Answer {}

        /** Not at all. */
        record None(AuthFault why) implements Answer {}
    }

    /** What came of the server's proof; without a fault it was right. */
    record AuthChecked(Optional<AuthFault> fault) {}

    /** By the name of the method: SCRAM, or a token that is sent as it is. */
    static Authenticator of(Authentication authentication) {
        return ScramAuthenticator.METHODS.contains(authentication.method().toUpperCase(Locale.ROOT))
                ? new ScramAuthenticator(authentication)
                : new TokenAuthenticator(authentication);
    }
}
