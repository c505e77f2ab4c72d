package dev.gangway.bench.rules;

import dev.gangway.bench.causes.Hypothesis;
import dev.gangway.bench.causes.Proof;
import dev.gangway.bench.event.Layer;
import dev.gangway.bench.event.NetDetail.Foreign;
import dev.gangway.bench.event.NetDetail.ForeignBytes;
import dev.gangway.bench.event.NetDetail.HttpStatus;
import dev.gangway.bench.event.NetDetail.Subprotocol;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Bytes that belong to another protocol than the one we speak. */
final class ForeignProtocolRules {
    private static final int SWITCHING_PROTOCOLS = 101;

    /** What a proxy says that has nothing behind it that answers (RFC 9110, sections 15.6.3 to 15.6.5). */
    private static final Set<Integer> GATEWAY = Set.of(502, 503, 504);

    static final List<Rule> RULES = List.of(
            ForeignProtocolRules::captivePortal,
            ForeignProtocolRules::noWebSocket,
            ForeignProtocolRules::foreign,
            ForeignProtocolRules::otherSubprotocol,
            ForeignProtocolRules::webSocketRefused);

    private ForeignProtocolRules() {}

    private static Optional<Hypothesis> captivePortal(Findings findings) {
        return bytes(findings)
                .filter(bytes -> bytes.detail().guess() == Foreign.HTTP)
                .flatMap(bytes -> CaptivePortal.address(findings)
                        .flatMap(address -> findings.draft(NetCode.CAPTIVE_PORTAL)
                                .with("address", address)
                                .seen(bytes, "answer-is-http")
                                .fact("private-address", "address", address)
                                .report()));
    }

    /** Asked for a WebSocket, a port of plain MQTT answers with a packet, or with bytes that are no HTTP. */
    private static Optional<Hypothesis> noWebSocket(Findings findings) {
        return bytes(findings)
                .filter(bytes -> bytes.detail().guess() == Foreign.MQTT
                        && findings.upgradeRequest().isPresent()
                        && findings.connect().isEmpty())
                .flatMap(bytes -> findings.draft(PortCode.WEBSOCKET_UNANSWERED)
                        .with("path", findings.plan().endpoint().path())
                        .seen(findings.upgradeRequest(), "upgrade-requested")
                        .seen(bytes, "answer-unknown", "bytes", FirstBytes.show(bytes.detail()))
                        .report());
    }

    private static Optional<Hypothesis> foreign(Findings findings) {
        return bytes(findings).flatMap(bytes -> {
            boolean secure = findings.plan().endpoint().transport().isSecure();
            boolean insideTls = findings.handshakeComplete().isPresent();
            return switch (bytes.detail().guess()) {
                case TLS ->
                    secure && (!insideTls || bytes.event().layer() == Layer.TLS)
                            ? garbled(findings, bytes)
                            : needsTls(findings, bytes);
                case HTTP ->
                    insideTls
                            ? httpBehindTls(findings, bytes)
                            : secure && findings.plan().endpoint().transport().isWebSocket()
                                    ? plainAnswer(findings, bytes)
                                    : http(findings, bytes);
                case MQTT -> secure && !insideTls ? plainAnswer(findings, bytes) : unreadable(findings, bytes);
                case TEXT -> secure && !insideTls ? plainAnswer(findings, bytes) : foreign(findings, bytes);
                case UNKNOWN -> findings.accepted() ? unreadable(findings, bytes) : foreign(findings, bytes);
            };
        });
    }

    private static Optional<MatchedEvent<ForeignBytes>> bytes(Findings findings) {
        return findings.timeline().first(ForeignBytes.class, bytes -> !bytes.isOut());
    }

    private static Optional<Hypothesis> garbled(Findings findings, MatchedEvent<ForeignBytes> bytes) {
        return findings.draft(TlsCode.GARBLED)
                .seen(bytes, "answer-is-broken-tls", "bytes", FirstBytes.show(bytes.detail()))
                .report();
    }

    private static Optional<Hypothesis> needsTls(Findings findings, MatchedEvent<ForeignBytes> bytes) {
        return findings.draft(PortCode.NEEDS_TLS)
                .proven(Proof.ON_THE_WIRE)
                .seen(bytes, "answer-is-tls", "bytes", FirstBytes.show(bytes.detail()))
                .offerIf(Ports.isNotUsualPlain(findings.plan().endpoint()), "use-port", "port", Ports.MQTT)
                .report();
    }

    private static Optional<Hypothesis> plainAnswer(Findings findings, MatchedEvent<ForeignBytes> bytes) {
        return findings.draft(PortCode.PLAIN_ANSWER)
                .provenIf(
                        bytes.detail().guess() == Foreign.MQTT || bytes.detail().guess() == Foreign.HTTP,
                        Proof.ON_THE_WIRE)
                .seen(findings.clientHello(), "hello-sent")
                .seen(bytes, "answer-is-plain", "bytes", FirstBytes.show(bytes.detail()))
                .offer("use-port", "port", Ports.other(findings.plan().endpoint()))
                .report();
    }

    private static Optional<Hypothesis> http(Findings findings, MatchedEvent<ForeignBytes> bytes) {
        HypothesisBuilder draft =
                findings.draft(PortCode.HTTP).proven(Proof.ON_THE_WIRE).seen(bytes, "answer-is-http");
        Ports.usual(findings.plan().endpoint()).ifPresent(port -> draft.offer("use-port", "port", port));
        return draft.report();
    }

    private static Optional<Hypothesis> httpBehindTls(Findings findings, MatchedEvent<ForeignBytes> bytes) {
        return findings.draft(PortCode.HTTP_BEHIND_TLS)
                .proven(Proof.ON_THE_WIRE)
                .seen(findings.handshakeComplete(), "tls-stands")
                .seen(bytes, "answer-is-http")
                .report();
    }

    private static Optional<Hypothesis> unreadable(Findings findings, MatchedEvent<ForeignBytes> bytes) {
        return findings.draft(MqttCode.UNREADABLE)
                .seen(bytes, "answer-unreadable", "bytes", FirstBytes.show(bytes.detail()))
                .report();
    }

    private static Optional<Hypothesis> foreign(Findings findings, MatchedEvent<ForeignBytes> bytes) {
        return findings.draft(PortCode.FOREIGN)
                .seen(bytes, "answer-unknown", "bytes", FirstBytes.show(bytes.detail()))
                .report();
    }

    private static Optional<Hypothesis> otherSubprotocol(Findings findings) {
        return findings.timeline()
                .first(Subprotocol.class, seen -> seen.detail().chosen().isPresent())
                .flatMap(seen -> {
                    String chosen = seen.detail().chosen().orElse("");
                    return findings.draft(PortCode.WEBSOCKET_OTHER_PROTOCOL)
                            .proven(Proof.SERVER_SAID)
                            .with("path", findings.plan().endpoint().path())
                            .with("chosen", chosen)
                            .with("asked", seen.detail().asked())
                            .seen(seen, "subprotocol", "chosen", chosen)
                            .report();
                });
    }

    private static Optional<Hypothesis> webSocketRefused(Findings findings) {
        return findings.timeline()
                .first(
                        HttpStatus.class,
                        answer -> answer.event().layer() == Layer.WEBSOCKET
                                && answer.detail().status() != SWITCHING_PROTOCOLS)
                .flatMap(answer -> findings.draft(
                                GATEWAY.contains(answer.detail().status())
                                        ? PortCode.WEBSOCKET_BEHIND_GATEWAY
                                        : PortCode.WEBSOCKET_REFUSED)
                        .with("status", answer.detail().status())
                        .with("path", findings.plan().endpoint().path())
                        .seen(
                                answer,
                                "upgrade-status",
                                "status",
                                answer.detail().status())
                        .report());
    }
}
