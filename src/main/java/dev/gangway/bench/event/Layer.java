package dev.gangway.bench.event;

import dev.gangway.stored.StoredAs;

/** Where in the stack an event belongs; in the order in which a connection meets them. */
public enum Layer {
    /** Checks made here before anything is sent. */
    @StoredAs("local")
    LOCAL,
    /** Name resolution. */
    @StoredAs("dns")
    DNS,
    /** TCP. */
    @StoredAs("tcp")
    TCP,
    /** UDP, which knows no connection. */
    @StoredAs("udp")
    UDP,
    /** HTTP or SOCKS proxy. */
    @StoredAs("proxy")
    PROXY,
    /** TLS and DTLS records and handshake messages. */
    @StoredAs("tls")
    TLS,
    /** WebSocket upgrade. */
    @StoredAs("websocket")
    WEBSOCKET,
    /** MQTT packets. */
    @StoredAs("mqtt")
    MQTT,
    /** Request and answer of the device API over HTTP. */
    @StoredAs("http")
    HTTP,
    /** CoAP messages. */
    @StoredAs("coap")
    COAP,
    /** The server asked over REST, or another way in. */
    @StoredAs("server")
    SERVER
}
