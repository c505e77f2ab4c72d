package dev.gangway.bench.rules;

import static dev.gangway.bench.rules.RemedyTemplate.advice;

import dev.gangway.diagnosis.Action;
import java.util.List;

/** What ends or disturbs a session that the server had accepted. */
public enum SessionCode implements BenchCode {
    /** The real device, or another test, connected with the same credential. */
    TAKEN_OVER(advice("stop-other-client"), advice("own-credential")),
    /** The credential was changed or the device deleted meanwhile. */
    CREDENTIAL_CHANGED(
            advice("reload-credential", Action.EDIT_CREDENTIAL), advice("push-credential", Action.PUSH_CREDENTIAL)),
    /** The server does not take a second authentication within the session. */
    REAUTHENTICATION_REFUSED(
            advice("refresh-token", Action.REFRESH_TOKEN),
            advice("copy-login", Action.EDIT_CREDENTIAL),
            advice("connect-anew"),
            advice("check-server-log")),
    /** The server does not answer a second authentication within the session. */
    REAUTHENTICATION_UNANSWERED(advice("connect-anew"), advice("check-server-log")),
    /** The server closes sessions that say nothing. */
    IDLE(advice("send-more-often")),
    /** The server missed our keep-alive. */
    KEEP_ALIVE_MISSED(advice("shorter-keep-alive"), advice("check-nat")),
    /** The server does not allow this subscription. */
    FILTER_REFUSED(advice("thingsboard-topics"), advice("allow-on-server")),
    /** The server does not know the topic. */
    TOPIC_UNKNOWN(advice("thingsboard-topics"), advice("mark-gateway")),
    /** The server does not allow publishing there. */
    NOT_ALLOWED(advice("allow-on-server"), advice("other-topic")),
    /** The server cannot read the message. */
    PAYLOAD_REFUSED(advice("match-payload-type"), advice("check-json")),
    /** The server closed the connection after our message. */
    CLOSED_AFTER_PUBLISH(
            advice("check-json"),
            advice("thingsboard-topics"),
            advice("stop-other-client"),
            advice("use-mqtt-version", Action.USE_MQTT_VERSION)),
    /** The server does not support QoS 2. */
    QOS_NOT_SUPPORTED(advice("use-qos-1")),
    /** The server refuses the message. */
    PUBLISH_REFUSED(advice("check-server-log")),
    /** The server never acknowledged the message. */
    NO_ACKNOWLEDGEMENT(advice("thingsboard-topics"), advice("retry", Action.RETRY), advice("check-server-load")),
    /** The message was acknowledged, but the server does not show it. */
    NOT_SEEN(
            advice("check-same-device"),
            advice("check-rule-chain"),
            advice("check-timestamp"),
            advice("retry", Action.RETRY)),
    /** The message is larger than the server takes. */
    TOO_LARGE(advice("smaller-message"), advice("raise-packet-limit")),
    /** The server stops a device that sends too much. */
    RATE_LIMITED(advice("slow-down"), advice("raise-limit")),
    /** The token expired during the session. */
    TOKEN_EXPIRED(advice("refresh-token-earlier", Action.REFRESH_TOKEN)),
    /** Our certificate expired during the session. */
    CERTIFICATE_EXPIRED(advice("reissue", Action.REISSUE), advice("check-clock")),
    /** The message was acknowledged, and the server does not say whether it shows it. */
    NOT_READ_BACK(advice("check-rest-interface"), advice("retry", Action.RETRY), advice("longer-deadline")),
    /** The server answers no ping any more. */
    SILENT(advice("check-network"), advice("check-server-load"), advice("retry", Action.RETRY)),
    /** The server is shutting down. */
    SHUTTING_DOWN(advice("retry", Action.RETRY), advice("check-server-log")),
    /** The server sends us to another one. */
    MOVED(advice("use-host", Action.USE_HOST), advice("follow-reference")),
    /** The server ended the session and gave a reason. */
    ENDED_BY_SERVER(advice("check-server-log"), advice("retry", Action.RETRY)),
    /** The connection was lost after the server had accepted us. */
    LOST(advice("stop-other-client"), advice("use-mqtt-version", Action.USE_MQTT_VERSION), advice("check-network"));

    private final List<RemedyTemplate> advice;

    SessionCode(RemedyTemplate... advice) {
        this.advice = List.of(advice);
    }

    @Override
    public String family() {
        return "session";
    }

    @Override
    public List<RemedyTemplate> remedies() {
        return advice;
    }
}
