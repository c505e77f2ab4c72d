package dev.gangway.bench.rules;

import static dev.gangway.bench.rules.RemedyTemplate.advice;

import dev.gangway.diagnosis.Action;
import java.util.List;

/** Something other than the expected protocol answers. */
public enum PortCode implements BenchCode {
    /** Plain MQTT was sent to a port that speaks TLS. */
    NEEDS_TLS(advice("turn-tls-on", Action.TURN_TLS_ON), advice("use-port", Action.USE_PORT)),
    /** TLS was sent to a port that hangs up on it. */
    NO_TLS(
            advice("turn-tls-off", Action.TURN_TLS_OFF),
            advice("use-port", Action.USE_PORT),
            advice("check-load-balancer"),
            advice("wait-out-block")),
    /** TLS was sent to a port that answers in plain text. */
    PLAIN_ANSWER(advice("turn-tls-off", Action.TURN_TLS_OFF), advice("use-port", Action.USE_PORT)),
    /** A web server answers. */
    HTTP(advice("use-port", Action.USE_PORT), advice("try-websocket"), advice("check-host-is-mqtt")),
    /** TLS works, but a web server is behind it. */
    HTTP_BEHIND_TLS(advice("mqtt-host"), advice("try-websocket"), advice("check-load-balancer")),
    /** The answer is of no protocol that belongs here. */
    FOREIGN(advice("check-port"), advice("check-service")),
    /** The connection stands, but nobody says anything. */
    SILENT(
            advice("retry", Action.RETRY),
            advice("check-server-load"),
            advice("use-port", Action.USE_PORT),
            advice("check-port"),
            advice("try-websocket")),
    /** The server hangs up on the first MQTT message. */
    CLOSED_ON_CONNECT(
            advice("turn-tls-on", Action.TURN_TLS_ON),
            advice("use-mqtt-version", Action.USE_MQTT_VERSION),
            advice("check-client-id"),
            advice("check-port"),
            advice("wait-out-block"),
            advice("check-server-log")),
    /** TLS works, but MQTT is hung up on. */
    CLOSED_BEHIND_TLS(
            advice("check-load-balancer"),
            advice("use-mqtt-version", Action.USE_MQTT_VERSION),
            advice("check-client-id"),
            advice("check-server-log")),
    /** The server waits for a PROXY header, as a load balancer before it would send it. */
    EXPECTS_PROXY_HEADER(
            advice("through-load-balancer"), advice("proxy-protocol-off"), advice("use-port", Action.USE_PORT)),
    /** A proxy took the connection, waited for the server behind it, and gave up. */
    NO_SERVER_BEHIND(
            advice("start-broker"), advice("check-load-balancer"), advice("sni-name"), advice("retry", Action.RETRY)),
    /** A proxy answers the request for a WebSocket, and cannot reach the broker behind it or does not upgrade. */
    WEBSOCKET_BEHIND_GATEWAY(advice("proxy-upgrade"), advice("start-broker"), advice("without-websocket")),
    /** The path of the WebSocket carries no signature that this server can take. */
    WEBSOCKET_SIGNATURE(advice("sign-again"), advice("check-clock")),
    /** The server does not open a WebSocket there. */
    WEBSOCKET_REFUSED(advice("check-websocket-path"), advice("without-websocket")),
    /** The server speaks something else over that WebSocket. */
    WEBSOCKET_OTHER_PROTOCOL(advice("check-websocket-path"), advice("check-service")),
    /** Nothing proper came back for the request for a WebSocket. */
    WEBSOCKET_UNANSWERED(advice("check-websocket-path"), advice("without-websocket"), advice("check-port"));

    private final List<RemedyTemplate> advice;

    PortCode(RemedyTemplate... advice) {
        this.advice = List.of(advice);
    }

    @Override
    public String family() {
        return "port";
    }

    @Override
    public List<RemedyTemplate> remedies() {
        return advice;
    }
}
