package dev.gangway.bench;

/**
 * Where to connect to.
 *
 * @param host name or address, without scheme, port or path
 * @param port 1 to 65535
 * @param transport what carries MQTT
 * @param path of the WebSocket, for example {@code /mqtt}; unused otherwise
 */
public record Endpoint(String host, int port, Transport transport, String path) {
    /** What carries MQTT. */
    public enum Transport {
        /** MQTT straight over TCP, usually port 1883. */
        TCP,
        /** MQTT over TLS, usually port 8883. */
        TLS,
        /** MQTT over WebSocket (RFC 6455). */
        WS,
        /** MQTT over WebSocket over TLS. */
        WSS;

        /** Whether TLS is spoken. */
        public boolean isSecure() {
            return this == TLS || this == WSS;
        }

        /** Whether WebSocket is spoken. */
        public boolean isWebSocket() {
            return this == WS || this == WSS;
        }
    }

    /** Plain or TLS, without WebSocket. */
    public static Endpoint of(String host, int port, boolean tls) {
        return new Endpoint(host, port, tls ? Transport.TLS : Transport.TCP, "");
    }

    /** As people write it: {@code mqtts://broker.example:8883}. */
    public String uri() {
        String scheme = switch (transport) {
            case TCP -> "mqtt";
            case TLS -> "mqtts";
            case WS -> "ws";
            case WSS -> "wss";
        };
        String authority = host.contains(":") ? "[" + host + "]" : host;
        return scheme + "://" + authority + ":" + port + (transport.isWebSocket() ? path : "");
    }
}
