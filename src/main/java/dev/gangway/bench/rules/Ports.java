package dev.gangway.bench.rules;

import dev.gangway.bench.model.Endpoint;
import java.util.OptionalInt;

/** Where MQTT and the device API are usually found. */
final class Ports {
    static final int MQTT = 1883;
    static final int MQTTS = 8883;

    private Ports() {}

    /** The usual port for this transport, where another one was tried. */
    static OptionalInt usual(Endpoint endpoint) {
        int usual = endpoint.transport().usualPort();
        return endpoint.transport().isWebSocket() || endpoint.port() == usual
                ? OptionalInt.empty()
                : OptionalInt.of(usual);
    }

    /** The usual port without TLS when TLS was spoken, and the other way round. */
    static int other(Endpoint endpoint) {
        return endpoint.transport().secured(!endpoint.transport().isSecure()).usualPort();
    }

    /** Whether plain MQTT was tried on a port other than the usual one. */
    static boolean isNotUsualPlain(Endpoint endpoint) {
        return endpoint.port() != MQTT;
    }

    /** Whether web servers usually listen there. */
    static boolean isOfTheWeb(int port) {
        return port == 80 || port == 443 || port >= 8000 && port <= 8100 || port == 8443 || port == 9090;
    }
}
