package dev.gangway.bench.rules;

import dev.gangway.bench.causes.Hypothesis;
import dev.gangway.bench.mqtt.packet.Disconnect;
import java.util.Optional;

/** The server says goodbye with a reason (MQTT 5, section 3.14.2.1). */
final class GoodbyeRules {
    private GoodbyeRules() {}

    /** Instead of CONNACK, which section 3.14 forbids; asked before hang-ups and silence are. */
    static Optional<Hypothesis> tooEarly(Findings findings) {
        return findings.timeline()
                .first(Disconnect.class, MatchedEvent::isIn)
                .filter(goodbye -> findings.connack().isEmpty())
                .flatMap(goodbye -> explain(findings, goodbye));
    }

    static Optional<Hypothesis> judge(Findings findings) {
        return findings.timeline()
                .first(Disconnect.class, MatchedEvent::isIn)
                .filter(goodbye -> findings.accepted())
                .flatMap(goodbye -> explain(findings, goodbye));
    }

    private static Optional<Hypothesis> explain(Findings findings, MatchedEvent<Disconnect> goodbye) {
        String shown = ConnackCode.show(goodbye.detail().code());
        SessionCode code = code(goodbye.detail().code());
        HypothesisBuilder draft = findings.draft(code).with("code", shown).seen(goodbye, "disconnect", "code", shown);
        if (code == SessionCode.TOPIC_UNKNOWN || code == SessionCode.NOT_ALLOWED) {
            draft.with(
                    "topic",
                    findings.plan()
                            .publication()
                            .map(planned -> planned.topic())
                            .orElse("–"));
        }
        goodbye.detail()
                .reason()
                .filter(reason -> !reason.isBlank())
                .ifPresent(reason -> draft.seen(goodbye, "reason-string", "reason", reason));
        goodbye.detail()
                .properties()
                .serverReference()
                .filter(servers -> code == SessionCode.MOVED)
                .ifPresent(servers -> References.offer(findings, draft, goodbye, servers));
        return draft.report();
    }

    /** What a code of DISCONNECT, PUBACK or PUBREC names; the same codes are the same causes in each. */
    static SessionCode code(int disconnect) {
        return switch (disconnect) {
            case 0x87 -> SessionCode.NOT_ALLOWED;
            case 0x8B -> SessionCode.SHUTTING_DOWN;
            case 0x8D -> SessionCode.KEEP_ALIVE_MISSED;
            case 0x8E -> SessionCode.TAKEN_OVER;
            case 0x90 -> SessionCode.TOPIC_UNKNOWN;
            case 0x95 -> SessionCode.TOO_LARGE;
            case 0x93, 0x96, 0x97, 0x9F -> SessionCode.RATE_LIMITED;
            case 0x98 -> SessionCode.CREDENTIAL_CHANGED;
            case 0x99 -> SessionCode.PAYLOAD_REFUSED;
            case 0x9B -> SessionCode.QOS_NOT_SUPPORTED;
            case 0x9C, 0x9D -> SessionCode.MOVED;
            case 0xA0 -> SessionCode.IDLE;
            default -> SessionCode.ENDED_BY_SERVER;
        };
    }
}
