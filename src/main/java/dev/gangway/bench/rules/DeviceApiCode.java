package dev.gangway.bench.rules;

import static dev.gangway.bench.rules.RemedyTemplate.advice;

import dev.gangway.diagnosis.Action;
import java.util.List;

/** What ThingsBoard's device API answers over HTTP and CoAP, or what is in its place. */
public enum DeviceApiCode implements BenchCode {
    /** There is no token to put into the path. */
    TOKEN_MISSING(advice("token-for-api", Action.EDIT_CREDENTIAL), advice("sign-in-by-mqtt")),
    /** No device has this token. */
    TOKEN_UNKNOWN(
            advice("copy-token", Action.EDIT_CREDENTIAL),
            advice("push-credential", Action.PUSH_CREDENTIAL),
            advice("check-right-server")),
    /** DTLS let the certificate through, and no device has it. */
    CERTIFICATE_UNKNOWN(
            advice("push-credential", Action.PUSH_CREDENTIAL),
            advice("upload-leaf"),
            advice("no-chain-over-coap"),
            advice("check-right-server")),
    /** There is no device API at this path. */
    NOT_FOUND(advice("check-api-path"), advice("check-right-server")),
    /** The message cannot be read. */
    PAYLOAD_REFUSED(advice("check-json"), advice("match-payload-type")),
    /** The server does not take JSON here. */
    FORMAT_REFUSED(advice("match-payload-type")),
    /** The message is larger than the server, or a proxy, takes. */
    TOO_LARGE(advice("smaller-message"), advice("raise-packet-limit")),
    /** The server takes no more messages from this device for now. */
    RATE_LIMITED(advice("slow-down"), advice("raise-limit"), advice("retry", Action.RETRY)),
    /** A web page answers. */
    NOT_THINGSBOARD(advice("check-api-path"), advice("use-port", Action.USE_PORT), advice("check-right-server")),
    /** The request is sent elsewhere. */
    REDIRECTED_TO_TLS(advice("turn-tls-on", Action.TURN_TLS_ON)),
    /** The request is sent to another host or path. */
    REDIRECTED(advice("follow-redirect"), advice("check-api-path")),
    /** Something on the way, or the server, forbids it. */
    FORBIDDEN(advice("allow-on-server"), advice("check-proxy")),
    /** A proxy answers, and the server behind it does not. */
    UNAVAILABLE(advice("retry", Action.RETRY), advice("check-server-load"), advice("check-proxy")),
    /** The server failed. */
    SERVER_ERROR(advice("check-server-log"), advice("retry", Action.RETRY)),
    /** A code that fits no known cause. */
    REFUSED(advice("check-server-log"), advice("check-api-path")),
    /** The request was sent, and nothing came. */
    NO_ANSWER(advice("retry", Action.RETRY), advice("check-server-load"), advice("check-api-path")),
    /** The request was sent, and the server hung up. */
    HUNG_UP(advice("turn-tls-on", Action.TURN_TLS_ON), advice("check-api-path"), advice("check-server-log")),
    /** The answer broke off. */
    HALF_ANSWER(advice("retry", Action.RETRY), advice("check-proxy"), advice("check-server-log")),
    /** The host says that nothing listens on this UDP port. */
    UDP_PORT_CLOSED(advice("use-port", Action.USE_PORT), advice("start-coap"), advice("check-address")),
    /** CoAP messages were sent, and nothing came. */
    NO_COAP_ANSWER(
            advice("open-udp"),
            advice("use-port", Action.USE_PORT),
            advice("turn-dtls-on", Action.TURN_TLS_ON),
            advice("start-coap")),
    /** The server has the request, and its response does not come. */
    NO_RESPONSE(advice("retry", Action.RETRY), advice("open-udp"), advice("check-server-load")),
    /** The server rejected the message itself. */
    RESET(advice("check-api-path"), advice("check-server-log")),
    /** No answer to the ClientHello of DTLS. */
    NO_DTLS_ANSWER(
            advice("open-udp"),
            advice("use-port", Action.USE_PORT),
            advice("turn-dtls-off", Action.TURN_TLS_OFF),
            advice("start-coaps")),
    /** The DTLS handshake began and did not end. */
    DTLS_STALLED(advice("check-mtu"), advice("retry", Action.RETRY), advice("check-server-log"));

    private final List<RemedyTemplate> advice;

    DeviceApiCode(RemedyTemplate... advice) {
        this.advice = List.of(advice);
    }

    @Override
    public String family() {
        return "api";
    }

    @Override
    public List<RemedyTemplate> remedies() {
        return advice;
    }
}
