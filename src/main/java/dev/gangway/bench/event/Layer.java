package dev.gangway.bench.event;

/** Where in the stack an event belongs; in the order in which a connection meets them. */
public enum Layer {
    /** Checks made here before anything is sent. */
    LOCAL,
    /** Name resolution. */
    DNS,
    /** TCP. */
    TCP,
    /** UDP, which knows no connection. */
    UDP,
    /** HTTP or SOCKS proxy. */
    PROXY,
    /** TLS and DTLS records and handshake messages. */
    TLS,
    /** WebSocket upgrade. */
    WEBSOCKET,
    /** MQTT packets. */
    MQTT,
    /** Request and answer of the device API over HTTP. */
    HTTP,
    /** CoAP messages. */
    COAP,
    /** The server asked over REST, or another way in. */
    SERVER
}
