package dev.gangway.bench.mqtt;

import dev.gangway.bench.MqttOptions.Authentication;
import dev.gangway.bench.event.FieldReader;
import dev.gangway.bench.event.MalformedException;
import java.util.Locale;

/** Our side of enhanced authentication (MQTT 5, section 4.12). For one exchange and one thread. */
interface Authenticator {
    /** Reason code: the exchange goes on. */
    int CONTINUE = 0x18;

    /** Reason code: begin again within a session. */
    int AGAIN = 0x19;

    /** The authentication data of CONNECT. */
    byte[] first();

    /** The AUTH packet that answers this one; {@code challenge} is the whole packet received. */
    byte[] answer(byte[] challenge);

    /** By the name of the method: SCRAM, or a token that is sent as it is. */
    static Authenticator of(Authentication authentication) {
        return authentication.method().toUpperCase(Locale.ROOT).startsWith("SCRAM-")
                ? new ScramAuthenticator(authentication)
                : new TokenAuthenticator(authentication);
    }

    /** The authentication data in an AUTH packet; empty where there is none. */
    static byte[] dataOf(byte[] packet) {
        FieldReader in = new FieldReader(packet);
        try {
            in.skipNumber(1);
            PropertyReader.variable(in);
            in.skipNumber(1);
            PropertyReader.variable(in);
            while (in.remaining() > 0) {
                int id = in.skipNumber(1);
                if (id == Property.AUTHENTICATION_DATA.id()) {
                    return in.bytes(in.skipNumber(2), "data");
                }
                PropertyReader.skip(id, in);
            }
        } catch (MalformedException e) {
            // the same as none
        }
        return new byte[0];
    }
}
