package dev.gangway.bench.rules;

import dev.gangway.bench.causes.Hypothesis;
import dev.gangway.bench.event.ProbeDetail.ReadBackDone;
import dev.gangway.bench.model.Publication;
import dev.gangway.bench.mqtt.packet.Ack;
import dev.gangway.bench.mqtt.packet.PacketType;
import dev.gangway.bench.mqtt.packet.Publish;
import java.util.List;
import java.util.Optional;

/** The server had accepted us, and something went wrong after that. */
final class SessionRules {
    static final List<Rule> RULES = List.of(
            SessionRules::filterRefused,
            SessionRules::publicationRefused,
            LongSessionRules::credentialChanged,
            GoodbyeRules::judge,
            SessionRules::tokenExpired,
            LongSessionRules::certificateExpired,
            SessionRules::qosLowered,
            SessionRules::closedAfterPublish,
            SessionRules::lost,
            LongSessionRules::silent,
            SessionRules::notAcknowledged,
            SessionRules::notSeen);

    /** What ThingsBoard takes at most by default. */
    private static final int THINGSBOARD_PAYLOAD = 65_536;

    private SessionRules() {}

    private static Optional<Hypothesis> filterRefused(Findings findings) {
        return refusedAck(findings, PacketType.SUBACK)
                .flatMap(ack -> findings.draft(SessionCode.FILTER_REFUSED)
                        .seen(ack, "suback", "code", shown(ack))
                        .report());
    }

    private static Optional<Hypothesis> publicationRefused(Findings findings) {
        return refusedAck(findings, PacketType.PUBACK)
                .or(() -> refusedAck(findings, PacketType.PUBREC))
                .flatMap(ack -> {
                    SessionCode named =
                            GoodbyeRules.code(Steps.failure(ack.detail()).orElse(0));
                    return draft(findings, named == SessionCode.ENDED_BY_SERVER ? SessionCode.PUBLISH_REFUSED : named)
                            .seen(ack, "puback", "code", shown(ack))
                            .report();
                });
    }

    private static Optional<Hypothesis> tokenExpired(Findings findings) {
        boolean over = JwtPeek.of(findings.mqtt())
                .flatMap(JwtPeek::expiresAt)
                .filter(end -> !findings.now().isBefore(end))
                .isPresent();
        return findings.hungUp()
                .filter(closed -> findings.accepted() && over)
                .flatMap(closed -> findings.draft(SessionCode.TOKEN_EXPIRED)
                        .seen(closed, "closed-by-server")
                        .report());
    }

    private static Optional<Hypothesis> qosLowered(Findings findings) {
        return Steps.ack(findings, PacketType.PUBACK)
                .filter(ack -> findings.plan()
                        .publication()
                        .filter(planned -> planned.qos() == 2)
                        .isPresent())
                .flatMap(ack -> draft(findings, SessionCode.QOS_NOT_SUPPORTED)
                        .seen(ack, "puback-for-qos-2")
                        .report());
    }

    private static Optional<Hypothesis> closedAfterPublish(Findings findings) {
        return findings.hungUp()
                .filter(closed -> findings.accepted() && !Steps.published(findings))
                .flatMap(closed -> sent(findings).flatMap(publish -> {
                    boolean large = publish.detail().payloadBytes() > THINGSBOARD_PAYLOAD;
                    HypothesisBuilder draft = draft(
                                    findings, large ? SessionCode.TOO_LARGE : SessionCode.CLOSED_AFTER_PUBLISH)
                            .seen(
                                    publish,
                                    "publish-sent",
                                    "bytes",
                                    publish.detail().payloadBytes())
                            .seen(closed, "closed-by-server");
                    return (large ? draft : Versions.offerNewest(findings, draft)).report();
                }));
    }

    private static Optional<Hypothesis> lost(Findings findings) {
        return findings.hungUp()
                .filter(closed -> findings.accepted())
                .flatMap(closed -> Versions.offerNewest(findings, findings.draft(SessionCode.LOST))
                        .seen(findings.connack(), "accepted")
                        .seen(closed, "closed-by-server")
                        .report());
    }

    private static Optional<Hypothesis> notAcknowledged(Findings findings) {
        return sent(findings)
                .filter(publish -> findings.accepted() && !Steps.published(findings))
                .flatMap(publish -> draft(findings, SessionCode.NO_ACKNOWLEDGEMENT)
                        .seen(publish, "publish-sent", "bytes", publish.detail().payloadBytes())
                        .seen(findings.timedOut(), "time-ran-out")
                        .report());
    }

    private static Optional<Hypothesis> notSeen(Findings findings) {
        return findings.timeline()
                .first(ReadBackDone.class, done -> !done.detail().seen())
                .flatMap(done -> notShown(
                        draft(findings, notShown(done)).seen(Steps.ack(findings, PacketType.PUBACK), "puback-good"),
                        done));
    }

    /** The cause where the server was asked for the message in vain. */
    static SessionCode notShown(MatchedEvent<ReadBackDone> done) {
        return done.detail().told() ? SessionCode.NOT_SEEN : SessionCode.NOT_READ_BACK;
    }

    /** Completes its draft. */
    static Optional<Hypothesis> notShown(HypothesisBuilder draft, MatchedEvent<ReadBackDone> done) {
        return (done.detail().told()
                        ? draft.seen(done, "read-back-empty")
                        : draft.seen(
                                done, "read-back-failed", "why", done.event().summary()))
                .report();
    }

    private static HypothesisBuilder draft(Findings findings, SessionCode code) {
        return findings.draft(code)
                .with(
                        "topic",
                        findings.plan().publication().map(Publication::topic).orElse("–"));
    }

    private static Optional<MatchedEvent<Publish>> sent(Findings findings) {
        return findings.timeline().first(Publish.class, MatchedEvent::isOut);
    }

    private static Optional<MatchedEvent<Ack>> refusedAck(Findings findings, PacketType type) {
        return findings.timeline()
                .first(
                        Ack.class,
                        ack -> ack.isIn()
                                && ack.detail().type() == type
                                && Steps.failure(ack.detail()).isPresent());
    }

    private static String shown(MatchedEvent<Ack> ack) {
        return ConnackCode.show(Steps.failure(ack.detail()).orElse(0));
    }
}
