package dev.gangway.bench.rules;

import dev.gangway.bench.causes.Hypothesis;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.mqtt.packet.Auth;
import dev.gangway.bench.mqtt.packet.Connack;
import dev.gangway.bench.mqtt.packet.Disconnect;
import java.util.List;
import java.util.Optional;

/** The server's answer to CONNECT, where it is about anything but a certificate. */
final class ConnackRules {
    static final List<Rule> RULES = List.of(ConnackRules::byCode);

    /** Asked before silence is: the server waits for our answer, which looks like silence. */
    static final List<Rule> CHALLENGE = List.of(ConnackRules::challenged);

    private ConnackRules() {}

    private static Optional<Hypothesis> challenged(Findings findings) {
        return findings.timeline()
                .first(Auth.class, auth -> auth.isIn() && auth.detail().code() == Auth.CONTINUE)
                .filter(auth -> findings.mqtt().authentication().isEmpty() && !findings.accepted())
                .flatMap(auth -> findings.draft(MqttCode.CHALLENGED)
                        .with("method", auth.detail().method().orElse("–"))
                        .seen(
                                auth,
                                "auth-challenge",
                                "method",
                                auth.detail().method().orElse("–"))
                        .report());
    }

    private static Optional<Hypothesis> byCode(Findings findings) {
        return findings.refused().flatMap(connack -> {
            ConnackCode meaning = ConnackCode.of(connack.detail().code());
            HypothesisBuilder draft = Refusals.draft(findings, connack, code(meaning));
            switch (meaning) {
                case VERSION, MALFORMED ->
                    draft.offer(
                            "use-mqtt-version",
                            "version",
                            otherVersion(findings.mqtt().version()));
                case MOVED ->
                    reference(findings, connack)
                            .ifPresent(servers -> References.offer(findings, draft, connack, servers));
                case BAD_METHOD, BAD_LOGIN, NOT_AUTHORIZED -> draft.with("method", method(findings));
                default -> {
                    // the code itself says everything
                }
            }
            return draft.report();
        });
    }

    private static MqttCode code(ConnackCode meaning) {
        return switch (meaning) {
            case VERSION -> MqttCode.VERSION_REFUSED;
            case CLIENT_ID -> MqttCode.CLIENT_ID_REFUSED;
            case BAD_LOGIN, NOT_AUTHORIZED -> MqttCode.METHOD_LOGIN_REFUSED; // earlier rules know all other logins
            case UNAVAILABLE -> MqttCode.UNAVAILABLE;
            case BUSY -> MqttCode.BUSY;
            case SHUTTING_DOWN -> MqttCode.SHUTTING_DOWN;
            case BANNED -> MqttCode.BANNED;
            case BAD_METHOD -> MqttCode.BAD_METHOD;
            case WILL -> MqttCode.WILL_REFUSED;
            case TOO_LARGE -> MqttCode.TOO_LARGE;
            case QUOTA -> MqttCode.QUOTA_EXCEEDED;
            case RATE -> MqttCode.RATE_LIMITED;
            case MOVED -> MqttCode.MOVED;
            case MALFORMED -> MqttCode.MALFORMED;
            case OTHER -> MqttCode.REFUSED;
        };
    }

    private static String otherVersion(MqttOptions.Version tried) {
        return tried == MqttOptions.Version.V3_1_1 ? "5" : "3.1.1";
    }

    private static String method(Findings findings) {
        return findings.mqtt()
                .authentication()
                .map(MqttOptions.Authentication::method)
                .orElse("–");
    }

    private static Optional<String> reference(Findings findings, MatchedEvent<Connack> connack) {
        return connack.detail()
                .properties()
                .serverReference()
                .or(() -> findings.timeline()
                        .first(Disconnect.class, MatchedEvent::isIn)
                        .flatMap(goodbye -> goodbye.detail().properties().serverReference()));
    }
}
