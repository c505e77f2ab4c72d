package dev.gangway.bench.event;

/** Where in the stack an event belongs; in the order in which a connection meets them. */
public enum Layer {
    /** Checks made here before anything is sent. */
    LOCAL,
    /** Name resolution. */
    DNS,
    /** TCP. */
    TCP,
    /** HTTP or SOCKS proxy. */
    PROXY,
    /** TLS records and handshake messages. */
    TLS,
    /** WebSocket upgrade. */
    WEBSOCKET,
    /** MQTT packets. */
    MQTT,
    /** The server asked over REST, or another way in. */
    SERVER
}
