package dev.gangway.bench.rules;

import dev.gangway.bench.causes.Hypothesis;
import dev.gangway.bench.causes.Proof;
import dev.gangway.bench.event.Detail;
import dev.gangway.bench.event.Layer;
import dev.gangway.bench.event.NetDetail.ForeignBytes;
import dev.gangway.bench.event.NetDetail.HttpStatus;
import dev.gangway.bench.event.NetDetail.Incomplete;
import dev.gangway.bench.event.NetDetail.TcpConnected;
import dev.gangway.bench.event.ProbeDetail.SilenceProbed;
import dev.gangway.bench.event.ProbeDetail.TlsProbed;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.mqtt.packet.Connect;
import dev.gangway.bench.mqtt.packet.Disconnect;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The server hangs up or falls silent before CONNACK, without a word of why. */
final class HangUpRules {
    static final List<Rule> RULES = List.of(
            GoodbyeRules::tooEarly,
            HangUpRules::webSocketUnanswered,
            HangUpRules::duringTls,
            HangUpRules::onConnect,
            HangUpRules::silent);

    private HangUpRules() {}

    /** Silence, half an answer, a hang-up, or an agreement that is none: of them no rule before knew a better cause. */
    private static Optional<Hypothesis> webSocketUnanswered(Findings findings) {
        if (findings.connect().isPresent() || findings.alertFromServer().isPresent()) {
            return Optional.empty();
        }
        return findings.upgradeRequest().flatMap(request -> {
            HypothesisBuilder draft = findings.draft(PortCode.WEBSOCKET_UNANSWERED)
                    .with("path", findings.plan().endpoint().path())
                    .seen(request, "upgrade-requested");
            findings.timeline()
                    .first(HttpStatus.class, seen -> seen.event().layer() == Layer.WEBSOCKET)
                    .ifPresent(answer -> draft.seen(
                            answer, "upgrade-status", "status", answer.detail().status()));
            half(findings, draft);
            Optional<MatchedEvent<Detail>> closed = findings.hungUp();
            return draft.seen(closed, "closed-by-server")
                    .seen(findings.timedOut(), "time-ran-out")
                    .report();
        });
    }

    private static void half(Findings findings, HypothesisBuilder draft) {
        findings.timeline()
                .first(Incomplete.class)
                .ifPresent(half ->
                        draft.seen(half, "half-a-message", "have", half.detail().have()));
    }

    private static Optional<Hypothesis> duringTls(Findings findings) {
        return findings.hungUp()
                .filter(closed -> findings.clientHello().isPresent()
                        && findings.handshakeComplete().isEmpty()
                        && findings.connect().isEmpty())
                .flatMap(closed -> {
                    if (findings.serverHello().isEmpty()) {
                        return findings.draft(PortCode.NO_TLS)
                                .seen(findings.clientHello(), "hello-sent")
                                .seen(closed, "closed-after-hello")
                                .offer(
                                        "use-port",
                                        "port",
                                        Ports.other(findings.plan().endpoint()))
                                .report();
                    }
                    HypothesisBuilder draft = findings.draft(TlsCode.BROKE_OFF).seen(closed, "closed-during-handshake");
                    NegotiationRules.otherVersion(findings)
                            .ifPresent(version -> draft.offer("use-tls-version", "version", version));
                    return draft.report();
                });
    }

    private static Optional<Hypothesis> onConnect(Findings findings) {
        return closedOnConnect(findings).flatMap(connect -> {
            Optional<MatchedEvent<TlsProbed>> probed = findings.timeline().first(TlsProbed.class);
            if (probed.filter(probe -> probe.detail().answered()).isPresent()) {
                return findings.draft(PortCode.NEEDS_TLS)
                        .proven(Proof.EXPERIMENT)
                        .seen(findings.hungUp(), "closed-after-connect")
                        .seen(probed, "probe-answered")
                        .offerIf(Ports.isNotUsualPlain(findings.plan().endpoint()), "use-port", "port", Ports.MQTT)
                        .report();
            }
            boolean insideTls = findings.handshakeComplete().isPresent();
            HypothesisBuilder draft = findings.draft(
                            insideTls ? PortCode.CLOSED_BEHIND_TLS : PortCode.CLOSED_ON_CONNECT)
                    .seen(findings.handshakeComplete(), "tls-stands")
                    .seen(connect, "connect-sent")
                    .seen(findings.hungUp(), "closed-after-connect");
            boolean newest = findings.mqtt().version() == MqttOptions.Version.V5;
            if (probed.isPresent()) {
                draft.seen(probed, "probe-not-answered").unless(true, "turn-tls-on");
            }
            return draft.offer("use-mqtt-version", "version", newest ? "3.1.1" : "5")
                    .possible()
                    .report();
        });
    }

    /** Whether the server hung up on a second connection, too, on which nothing was said. */
    static boolean hangsUpOnSilence(Findings findings) {
        return findings.timeline()
                .first(SilenceProbed.class, probed -> probed.detail().hungUp())
                .isPresent();
    }

    /** CONNECT, where the server hung up on it without any answer. */
    static Optional<MatchedEvent<Connect>> closedOnConnect(Findings findings) {
        return findings.connect()
                .filter(connect -> findings.connack().isEmpty()
                        && findings.hungUp().isPresent()
                        && findings.alertFromServer().isEmpty()
                        && findings.timeline()
                                .first(Disconnect.class, MatchedEvent::isIn)
                                .isEmpty()
                        && findings.timeline()
                                .first(ForeignBytes.class, MatchedEvent::isIn)
                                .isEmpty());
    }

    private static Optional<Hypothesis> silent(Findings findings) {
        return findings.timedOut()
                .filter(end -> findings.timeline().has(TcpConnected.class)
                        && findings.connack().isEmpty())
                .flatMap(end -> {
                    HypothesisBuilder draft = silence(findings);
                    half(findings, draft);
                    return draft.seen(end, "time-ran-out").report();
                });
    }

    private static HypothesisBuilder silence(Findings findings) {
        if (findings.plan().endpoint().transport().isSecure()
                && findings.handshakeComplete().isEmpty()) {
            if (findings.serverHello().isEmpty()) {
                return withUsualPort(findings, PortCode.SILENT).seen(findings.clientHello(), "hello-sent");
            }
            return withUsualPort(findings, TlsCode.STALLED).seen(findings.serverHello(), "handshake-begun");
        }
        boolean likelyWeb = !findings.plan().endpoint().transport().isSecure()
                && Ports.isOfTheWeb(findings.plan().endpoint().port());
        return findings.connect()
                .map(connect -> (likelyWeb
                                ? withUsualPort(findings, PortCode.SILENT)
                                : findings.draft(MqttCode.NO_CONNACK))
                        .seen(findings.handshakeComplete(), "tls-stands")
                        .seen(connect, "connect-sent"))
                .orElseGet(() -> findings.draft(NetCode.NO_ANSWER));
    }

    private static HypothesisBuilder withUsualPort(Findings findings, BenchCode code) {
        HypothesisBuilder draft = findings.draft(code);
        OptionalInt usual = Ports.usual(findings.plan().endpoint());
        usual.ifPresent(port -> draft.offer("use-port", "port", port));
        boolean web = Ports.isOfTheWeb(findings.plan().endpoint().port());
        return draft.unlessListed(!web, "try-websocket");
    }
}
