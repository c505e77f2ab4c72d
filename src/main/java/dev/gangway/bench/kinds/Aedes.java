package dev.gangway.bench.kinds;

import dev.gangway.bench.rules.MqttCode;
import dev.gangway.bench.rules.SessionCode;

/**
 * Aedes, a broker for Node.js. Speaks MQTT 3.1 and 3.1.1; {@code lib/handlers/connect.js} answers an MQTT 5 client with 1,
 * and a failed {@code authenticate} with 5 unless the error holds another {@code returnCode}.
 */
final class Aedes {
    static final Kind KIND = Kind.server("aedes", "Aedes", "https://github.com/moscajs/aedes/blob/main/docs/Aedes.md")
            .sign(Sign.hostNamedAfter("aedes"))
            .sign(Sign.hostNamedAfter("mosca"))
            .meaning(MqttCode.VERSION_REFUSED, "version")
            .meaning(MqttCode.LOGIN_REFUSED, "authenticate")
            .meaning(MqttCode.TOKEN_UNKNOWN, "authenticate")
            .remedy(MqttCode.LOGIN_REFUSED, "authenticate")
            .remedy(MqttCode.TOKEN_UNKNOWN, "authenticate")
            .remedy(MqttCode.ANONYMOUS_REFUSED, "authenticate")
            .remedy(MqttCode.UNAVAILABLE, "pre-connect")
            .remedy(SessionCode.LOST, "authorize-publish")
            .remedy(SessionCode.CLOSED_AFTER_PUBLISH, "authorize-publish");

    private Aedes() {}
}
