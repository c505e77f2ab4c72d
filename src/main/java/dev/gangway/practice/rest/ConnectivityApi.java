package dev.gangway.practice.rest;

import dev.gangway.practice.rest.Routes.Access;
import dev.gangway.practice.store.Refusal;

/** What the server tells about how to connect: the authority of its MQTT certificate. */
final class ConnectivityApi {
    private final String authorityPem;

    ConnectivityApi(String authorityPem) {
        this.authorityPem = authorityPem;
    }

    void addTo(Routes routes) {
        routes.add("GET", "/api/device-connectivity/{protocol}/certificate/download", Access.PUBLIC, this::certificate);
    }

    private Answer certificate(Request request) {
        String protocol = request.parameter("protocol").orElse("");
        if (!protocol.equals("mqtts")) {
            throw Refusal.notFound(protocol + " pem cert file is not found!");
        }
        return Answer.file("ca-root.pem", authorityPem);
    }
}
