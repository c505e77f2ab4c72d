package dev.gangway.bench.model;

/**
 * Where to connect to.
 *
 * @param host name or address, without scheme, port or path
 * @param port 1 to 65535
 * @param transport what is spoken there
 * @param path of the WebSocket, for example {@code /mqtt}, or of the device API, see {@link DeviceApi}; unused otherwise
 */
public record Endpoint(String host, int port, Transport transport, String path) {
    /** What is spoken. */
    public enum Transport {
        /** MQTT straight over TCP, usually port 1883. */
        TCP("mqtt", 1883),
        /** MQTT over TLS, usually port 8883. */
        TLS("mqtts", 8883),
        /** MQTT over WebSocket (RFC 6455). */
        WS("ws", 80),
        /** MQTT over WebSocket over TLS. */
        WSS("wss", 443),
        /** ThingsBoard's device API over HTTP, usually port 8080 or 80. */
        HTTP("http", 8080),
        /** The same over HTTPS. */
        HTTPS("https", 443),
        /** ThingsBoard's device API over CoAP (RFC 7252), usually UDP port 5683. */
        COAP("coap", 5683),
        /** The same over CoAP with DTLS, usually UDP port 5684. */
        COAPS("coaps", 5684);

        private final String scheme;
        private final int usualPort;

        Transport(String scheme, int usualPort) {
            this.scheme = scheme;
            this.usualPort = usualPort;
        }

        /** The scheme of its URIs. */
        public String scheme() {
            return scheme;
        }

        /** Where ThingsBoard, or a web server in front of it, listens unless told otherwise. */
        public int usualPort() {
            return usualPort;
        }

        /** Whether TLS or DTLS is spoken. */
        public boolean isSecure() {
            return this == TLS || this == WSS || this == HTTPS || this == COAPS;
        }

        /** Whether WebSocket is spoken. */
        public boolean isWebSocket() {
            return this == WS || this == WSS;
        }

        /** Whether HTTP is spoken for its own sake. */
        public boolean isHttp() {
            return this == HTTP || this == HTTPS;
        }

        /** Whether CoAP is spoken, over UDP. */
        public boolean isCoap() {
            return this == COAP || this == COAPS;
        }

        /** Whether ThingsBoard's device API is called, instead of MQTT. */
        public boolean isDeviceApi() {
            return isHttp() || isCoap();
        }

        /** The same with TLS or without. */
        public Transport secured(boolean secure) {
            return switch (this) {
                case TCP, TLS -> secure ? TLS : TCP;
                case WS, WSS -> secure ? WSS : WS;
                case HTTP, HTTPS -> secure ? HTTPS : HTTP;
                case COAP, COAPS -> secure ? COAPS : COAP;
            };
        }
    }

    /** Plain or TLS, without WebSocket. */
    public static Endpoint of(String host, int port, boolean tls) {
        return new Endpoint(host, port, tls ? Transport.TLS : Transport.TCP, "");
    }

    /** As people write it: {@code mqtts://broker.example:8883}. Never holds a token. */
    public String uri() {
        boolean hasPath = transport.isWebSocket() || transport.isDeviceApi();
        return transport.scheme() + "://" + authority() + (hasPath ? path : "");
    }

    /** Host and port, an IPv6 address in brackets. */
    public String authority() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
