package dev.gangway.bench.logs;

import java.util.Locale;

/** Where a connection was when it went wrong. */
public enum Layer {
    /** Names of hosts are turned into addresses. */
    DNS,
    /** The connection itself: refused, swallowed, torn down. */
    TCP,
    /** The device judges the server's certificate. */
    TLS_SERVER_CERTIFICATE,
    /** The device's own certificate and key, and the server's judgement of them. */
    TLS_CLIENT_CERTIFICATE,
    /** Both sides agree on TLS at all: versions, suites, names, sizes. */
    TLS_NEGOTIATION,
    /** CONNECT and its answer, as far as it is not about rights. */
    MQTT_CONNECT,
    /** Who may sign in, and what it may do then. */
    MQTT_AUTHORISATION,
    /** The session after it was accepted. */
    SESSION,
    /** HTTP and its status. */
    HTTP,
    /** CoAP and its response codes. */
    COAP,
    /** Memory, sockets and storage of the device. */
    MEMORY,
    /** The device's clock. */
    CLOCK,
    /** Wi-Fi, mobile network, modem, cable. */
    NETWORK;

    /** The stable name, for example {@code tls-server-certificate}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
