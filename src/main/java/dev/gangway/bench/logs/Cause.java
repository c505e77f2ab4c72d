package dev.gangway.bench.logs;

import dev.gangway.diagnosis.Code;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What can stand behind lines of a log. The words for each are in the bundles {@code logs}: title and text under
 * {@code diagnosis.<id>}, each remedy under {@code remedy.<key>}.
 */
public enum Cause implements Code {
    /** The name is misspelt, or exists in another network only. */
    NAME_UNKNOWN(Layer.DNS, NextTest.TCP_CONNECT, "log-check-name", "log-name-bare"),
    /** No name server answers the device. */
    NAME_SERVER_SILENT(Layer.DNS, NextTest.TCP_CONNECT, "log-check-network", "log-set-name-server"),
    /** Nothing listens there. */
    PORT_CLOSED(Layer.TCP, NextTest.TCP_CONNECT, "log-check-port", "log-server-running"),
    /** A firewall, or an address where nobody is. */
    PACKETS_SWALLOWED(Layer.TCP, NextTest.TCP_CONNECT, "log-open-firewall", "log-check-address"),
    /** No way leads there. */
    NO_ROUTE(Layer.TCP, NextTest.TCP_CONNECT, "log-check-address", "log-check-network"),
    /** The other side, or something in between, ended the connection. */
    CLOSED_BY_PEER(Layer.TCP, NextTest.TCP_CONNECT, "log-look-in-server-log", "log-lower-keep-alive"),
    /** No connection to a network at all. */
    NO_NETWORK(Layer.NETWORK, NextTest.TCP_CONNECT, "log-wait-for-network", "log-check-signal"),
    /** The access point refuses the device. */
    WIFI_REFUSED(Layer.NETWORK, NextTest.TCP_CONNECT, "log-check-wifi-key"),
    /** No access point of this name is heard. */
    WIFI_NOT_FOUND(Layer.NETWORK, NextTest.TCP_CONNECT, "log-check-wifi-name", "log-check-signal"),
    /** The mobile network gives no data connection. */
    NO_DATA_CONNECTION(Layer.NETWORK, NextTest.TCP_CONNECT, "log-check-apn", "log-wait-for-network"),
    /** The SIM is missing, locked or broken. */
    SIM(Layer.NETWORK, NextTest.TCP_CONNECT, "log-check-sim"),
    /** The mobile network does not want this device or subscription. */
    OPERATOR_REFUSES(Layer.NETWORK, NextTest.TCP_CONNECT, "log-ask-operator"),
    /** The modem was asked for something in the wrong state or form. */
    MODEM_COMMAND(Layer.NETWORK, NextTest.TCP_CONNECT, "log-modem-order"),
    /** The device lacks the authority of the server. */
    SERVER_UNTRUSTED(Layer.TLS_SERVER_CERTIFICATE, NextTest.TLS_HANDSHAKE, "log-put-root-in", "log-send-full-chain"),
    /** The device was given no authority at all. */
    NO_AUTHORITY_SET(Layer.TLS_SERVER_CERTIFICATE, NextTest.TLS_HANDSHAKE, "log-set-authority"),
    /** What the device has as authority cannot be read. */
    AUTHORITY_UNREADABLE(Layer.TLS_SERVER_CERTIFICATE, NextTest.INSPECT, "log-pem-form"),
    /** The certificate is for another name. */
    SERVER_NAME(Layer.TLS_SERVER_CERTIFICATE, NextTest.TLS_HANDSHAKE, "log-use-name-of-certificate", "log-reissue-san"),
    /** The server's certificate has expired. */
    SERVER_EXPIRED(Layer.TLS_SERVER_CERTIFICATE, NextTest.TLS_HANDSHAKE, "log-renew-server", "log-update-root"),
    /** The server sends its own certificate without the one that signed it. */
    INTERMEDIATE_MISSING(Layer.TLS_SERVER_CERTIFICATE, NextTest.TLS_HANDSHAKE, "log-send-full-chain"),
    /** The server signed its certificate itself. */
    SERVER_SELF_SIGNED(Layer.TLS_SERVER_CERTIFICATE, NextTest.TLS_HANDSHAKE, "log-put-root-in"),
    /** Key, hash or purpose of the server's certificate is not good enough. */
    SERVER_WEAK(Layer.TLS_SERVER_CERTIFICATE, NextTest.TLS_HANDSHAKE, "log-reissue-stronger"),
    /** The server's certificate was revoked, or that cannot be looked up. */
    SERVER_REVOKED(Layer.TLS_SERVER_CERTIFICATE, NextTest.TLS_HANDSHAKE, "log-renew-server"),
    /** The server asks for a certificate, and none came. */
    CLIENT_CERTIFICATE_MISSING(
            Layer.TLS_CLIENT_CERTIFICATE, NextTest.CLIENT_CERTIFICATE, "log-give-certificate", "log-both-or-neither"),
    /** The server does not know who issued the device's certificate. */
    CLIENT_UNTRUSTED(
            Layer.TLS_CLIENT_CERTIFICATE, NextTest.CLIENT_CERTIFICATE, "log-register-authority", "log-send-own-chain"),
    /** The server refuses the device's certificate without saying why. */
    CLIENT_REFUSED(
            Layer.TLS_CLIENT_CERTIFICATE,
            NextTest.CLIENT_CERTIFICATE,
            "log-certificate-active",
            "log-register-authority"),
    /** The device's certificate is out of date. */
    CLIENT_EXPIRED(Layer.TLS_CLIENT_CERTIFICATE, NextTest.CLIENT_CERTIFICATE, "log-renew-client"),
    /** The device's certificate was revoked. */
    CLIENT_REVOKED(Layer.TLS_CLIENT_CERTIFICATE, NextTest.CLIENT_CERTIFICATE, "log-renew-client"),
    /** The server's list of revoked certificates is out of date, or missing. */
    CRL_OLD(Layer.TLS_CLIENT_CERTIFICATE, NextTest.CLIENT_CERTIFICATE, "log-renew-crl"),
    /** The device's key is not the one of its certificate. */
    KEY_MISMATCH(Layer.TLS_CLIENT_CERTIFICATE, NextTest.INSPECT, "log-pair-key"),
    /** The device cannot read its own key or certificate. */
    KEY_UNREADABLE(Layer.TLS_CLIENT_CERTIFICATE, NextTest.INSPECT, "log-pem-form", "log-key-form"),
    /** The modem has no such certificate or key. */
    CREDENTIAL_NOT_STORED(Layer.TLS_CLIENT_CERTIFICATE, NextTest.CLIENT_CERTIFICATE, "log-store-credential"),
    /** No TLS version that both speak. */
    NO_COMMON_VERSION(Layer.TLS_NEGOTIATION, NextTest.TLS_VERSIONS, "log-align-versions"),
    /** No suite, group or signature that both know. */
    NO_COMMON_SUITE(Layer.TLS_NEGOTIATION, NextTest.TLS_VERSIONS, "log-align-suites"),
    /** The device speaks TLS to a port that does not. */
    PORT_IS_PLAIN(Layer.TLS_NEGOTIATION, NextTest.WITHOUT_TLS, "log-use-tls-port"),
    /** The device speaks plainly to a port that wants TLS. */
    PORT_WANTS_TLS(Layer.TLS_NEGOTIATION, NextTest.WITH_TLS, "log-turn-tls-on"),
    /** The server needs the name and did not get it, or knows no such name. */
    SERVER_NAME_NOT_SENT(Layer.TLS_NEGOTIATION, NextTest.WITHOUT_SERVER_NAME, "log-send-server-name"),
    /** The other side hung up in the middle of the handshake. */
    HANDSHAKE_CUT(Layer.TLS_NEGOTIATION, NextTest.TLS_HANDSHAKE, "log-look-in-server-log", "log-use-tls-port"),
    /** The handshake takes longer than one side waits. */
    HANDSHAKE_SLOW(Layer.TLS_NEGOTIATION, NextTest.TLS_HANDSHAKE, "log-more-time"),
    /** Records or certificates are larger than the device's buffers. */
    TOO_LARGE_FOR_DEVICE(Layer.TLS_NEGOTIATION, NextTest.TLS_HANDSHAKE, "log-larger-buffers", "log-shorter-chain"),
    /** The server wants an application protocol (ALPN) that was not offered. */
    ALPN(Layer.TLS_NEGOTIATION, NextTest.TLS_HANDSHAKE, "log-offer-alpn"),
    /** What arrives is damaged or out of order. */
    BYTES_DAMAGED(Layer.TLS_NEGOTIATION, NextTest.TLS_HANDSHAKE, "log-one-task-a-connection"),
    /** The device's TLS library lacks, or was not told, something it needs. */
    TLS_SETUP(Layer.TLS_NEGOTIATION, NextTest.TLS_HANDSHAKE, "log-tls-options"),
    /** The server does not speak this version of MQTT. */
    MQTT_VERSION(Layer.MQTT_CONNECT, NextTest.MQTT_VERSIONS, "log-other-mqtt-version"),
    /** The server does not take this client id. */
    CLIENT_ID_REFUSED(Layer.MQTT_CONNECT, NextTest.CLIENT_ID, "log-other-client-id"),
    /** The server cannot serve now. */
    SERVER_UNAVAILABLE(Layer.MQTT_CONNECT, NextTest.SIGN_IN, "log-try-later", "log-profile-transport"),
    /** CONNECT is not answered. */
    NO_ANSWER_TO_CONNECT(Layer.MQTT_CONNECT, NextTest.SIGN_IN, "log-check-port", "log-turn-tls-on", "log-more-time"),
    /** The server hung up on CONNECT. */
    CLOSED_ON_CONNECT(Layer.MQTT_CONNECT, NextTest.SIGN_IN, "log-look-in-server-log", "log-other-client-id"),
    /** What answers does not speak MQTT. */
    NOT_MQTT(Layer.MQTT_CONNECT, NextTest.SIGN_IN, "log-check-port", "log-websocket-path"),
    /** A packet breaks the rules of MQTT. */
    PACKET_BROKEN(Layer.MQTT_CONNECT, NextTest.PUBLISH, "log-check-packet"),
    /** Address, scheme or options of the client are wrong. */
    CLIENT_SETTINGS(Layer.MQTT_CONNECT, NextTest.SIGN_IN, "log-check-settings"),
    /** The server sends clients elsewhere. */
    SERVER_MOVED(Layer.MQTT_CONNECT, NextTest.SIGN_IN, "log-follow-server"),
    /** User name, password or token is wrong. */
    LOGIN_WRONG(Layer.MQTT_AUTHORISATION, NextTest.SIGN_IN, "log-copy-login", "log-token-field"),
    /** The server does not let this device in. */
    NOT_AUTHORISED(Layer.MQTT_AUTHORISATION, NextTest.SIGN_IN, "log-copy-login", "log-policy"),
    /** The server takes nobody without a login. */
    LOGIN_NEEDED(Layer.MQTT_AUTHORISATION, NextTest.SIGN_IN, "log-give-login"),
    /** A rule of the server forbids the topic. */
    TOPIC_FORBIDDEN(Layer.MQTT_AUTHORISATION, NextTest.PUBLISH, "log-allow-topic"),
    /** A policy forbids client id or action. */
    POLICY(Layer.MQTT_AUTHORISATION, NextTest.CLIENT_ID, "log-policy"),
    /** The token is out of date. */
    TOKEN_EXPIRED(Layer.MQTT_AUTHORISATION, NextTest.SIGN_IN, "log-fresh-token", "log-set-clock"),
    /** The server has locked the device out. */
    BANNED(Layer.MQTT_AUTHORISATION, NextTest.SIGN_IN, "log-lift-ban"),
    /** Another client with the same id or credential came. */
    SESSION_TAKEN_OVER(Layer.SESSION, NextTest.CLIENT_ID, "log-one-id-each"),
    /** Nothing was heard in time. */
    KEEP_ALIVE_MISSED(Layer.SESSION, NextTest.KEEP_ALIVE, "log-lower-keep-alive", "log-do-not-block"),
    /** The session ended and nobody says why. */
    SESSION_LOST(Layer.SESSION, NextTest.KEEP_ALIVE, "log-look-in-server-log", "log-check-signal"),
    /** A packet is larger than one side takes. */
    PACKET_TOO_LARGE(Layer.SESSION, NextTest.PUBLISH, "log-smaller-packets"),
    /** Too much in too short a time. */
    RATE_LIMIT(Layer.SESSION, NextTest.PUBLISH, "log-slow-down"),
    /** The server's administrator, or a change of the credential, ended it. */
    ENDED_BY_SERVER(Layer.SESSION, NextTest.SIGN_IN, "log-look-in-server-log", "log-copy-login"),
    /** The topic or payload is not of the form that the server wants. */
    TOPIC_OR_PAYLOAD(Layer.SESSION, NextTest.PUBLISH, "log-check-topic"),
    /** The server lacks a feature that was used. */
    FEATURE_MISSING(Layer.SESSION, NextTest.PUBLISH, "log-leave-feature-out"),
    /** Used before it was connected, or twice at once. */
    CLIENT_ORDER(Layer.SESSION, NextTest.PUBLISH, "log-connect-first"),
    /** The web interface wants another login. */
    HTTP_LOGIN(Layer.HTTP, NextTest.HTTP, "log-copy-login"),
    /** The web interface forbids it. */
    HTTP_FORBIDDEN(Layer.HTTP, NextTest.HTTP, "log-policy"),
    /** There is no such path. */
    HTTP_PATH(Layer.HTTP, NextTest.HTTP, "log-check-path"),
    /** The request is not understood. */
    HTTP_REQUEST(Layer.HTTP, NextTest.HTTP, "log-check-payload"),
    /** The web server or what is behind it fails. */
    HTTP_SERVER(Layer.HTTP, NextTest.HTTP, "log-look-in-server-log"),
    /** Too many requests. */
    HTTP_RATE(Layer.HTTP, NextTest.HTTP, "log-slow-down"),
    /** No proper answer to a request. */
    HTTP_NO_ANSWER(Layer.HTTP, NextTest.HTTP, "log-more-time", "log-check-port"),
    /** CoAP: the token is not known. */
    COAP_LOGIN(Layer.COAP, NextTest.COAP, "log-copy-login"),
    /** CoAP: the path is not known or not allowed. */
    COAP_PATH(Layer.COAP, NextTest.COAP, "log-check-path"),
    /** CoAP: the request is not understood. */
    COAP_REQUEST(Layer.COAP, NextTest.COAP, "log-check-payload"),
    /** CoAP: the server fails. */
    COAP_SERVER(Layer.COAP, NextTest.COAP, "log-look-in-server-log"),
    /** CoAP: nobody answers. */
    COAP_NO_ANSWER(Layer.COAP, NextTest.COAP, "log-open-udp"),
    /** The device has too little memory for TLS. */
    HEAP(Layer.MEMORY, NextTest.TLS_HANDSHAKE, "log-free-heap", "log-smaller-buffers", "log-shorter-chain"),
    /** No socket or handle is left. */
    SOCKETS(Layer.MEMORY, NextTest.TCP_CONNECT, "log-close-sockets"),
    /** A task's stack is too small for TLS. */
    STACK_TOO_SMALL(Layer.MEMORY, NextTest.TLS_HANDSHAKE, "log-larger-stack"),
    /** The storage of the device or modem is full or broken. */
    STORAGE(Layer.MEMORY, NextTest.TCP_CONNECT, "log-free-storage"),
    /** The device does not know the time. */
    CLOCK_NOT_SET(Layer.CLOCK, NextTest.TLS_HANDSHAKE, "log-set-clock");

    private final Layer layer;
    private final NextTest nextTest;
    private final List<String> remedies;

    Cause(Layer layer, NextTest nextTest, String... remedies) {
        this.layer = layer;
        this.nextTest = nextTest;
        this.remedies = List.of(remedies);
    }

    /** The one of this id, for example {@code log.heap}. */
    public static Optional<Cause> find(String id) {
        return Stream.of(values()).filter(cause -> cause.id().equals(id)).findFirst();
    }

    /** Where the connection was. */
    public Layer layer() {
        return layer;
    }

    /** What would settle it. */
    public NextTest nextTest() {
        return nextTest;
    }

    /** Keys of what helps, under {@code remedy.} in the bundles; the most likely to help first. */
    public List<String> remedies() {
        return remedies;
    }

    @Override
    public String family() {
        return "log";
    }
}
