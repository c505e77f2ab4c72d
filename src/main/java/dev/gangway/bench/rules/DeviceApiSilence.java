package dev.gangway.bench.rules;

import dev.gangway.bench.causes.Hypothesis;
import dev.gangway.bench.event.DeviceApiDetail.Coap;
import dev.gangway.bench.event.DeviceApiDetail.HttpRequested;
import dev.gangway.bench.event.Layer;
import dev.gangway.bench.event.NetDetail.Foreign;
import dev.gangway.bench.event.NetDetail.ForeignBytes;
import dev.gangway.bench.event.NetDetail.Incomplete;
import dev.gangway.bench.event.NetDetail.UdpUnreachable;
import dev.gangway.bench.event.ProbeDetail.TlsProbed;
import java.util.List;
import java.util.Optional;

/** The device API was called, and no answer of its own came. */
final class DeviceApiSilence {
    /** Asked before TLS is: it has its own words for bytes that are none of its own. */
    static final List<Rule> FOREIGN = List.of(DeviceApiSilence::foreign);

    static final List<Rule> RULES = List.of(
            DeviceApiSilence::half,
            DeviceApiSilence::hungUp,
            DeviceApiSilence::silent,
            DeviceApiSilence::udpClosed,
            DeviceApiSilence::reset,
            DeviceApiSilence::noCoap);

    private static final int RST = 3;

    private DeviceApiSilence() {}

    private static Optional<Hypothesis> foreign(Findings findings) {
        boolean beforeTls = findings.plan().endpoint().transport().isSecure()
                && findings.handshakeComplete().isEmpty();
        return findings.timeline()
                .first(ForeignBytes.class, bytes -> !bytes.isOut())
                .flatMap(bytes -> {
                    boolean tls = bytes.detail().guess() == Foreign.TLS;
                    String first = FirstBytes.show(bytes.detail());
                    if (beforeTls) {
                        return tls
                                ? findings.draft(TlsCode.GARBLED)
                                        .seen(bytes, "answer-is-broken-tls", "bytes", first)
                                        .report()
                                : findings.draft(PortCode.PLAIN_ANSWER)
                                        .seen(findings.clientHello(), "hello-sent")
                                        .seen(bytes, "answer-is-plain", "bytes", first)
                                        .offer(
                                                "use-port",
                                                "port",
                                                Ports.other(findings.plan().endpoint()))
                                        .report();
                    }
                    return findings.draft(tls ? PortCode.NEEDS_TLS : PortCode.FOREIGN)
                            .seen(bytes, tls ? "answer-is-tls" : "answer-unknown", "bytes", first)
                            .report();
                });
    }

    private static Optional<Hypothesis> half(Findings findings) {
        return findings.timeline()
                .first(Incomplete.class, half -> half.event().layer() == Layer.HTTP)
                .flatMap(half -> findings.draft(DeviceApiCode.HALF_ANSWER)
                        .seen(half, "half-a-message", "have", half.detail().have())
                        .report());
    }

    private static Optional<Hypothesis> hungUp(Findings findings) {
        return requested(findings)
                .flatMap(request -> findings.hungUp().flatMap(closed -> {
                    Optional<MatchedEvent<TlsProbed>> probed =
                            findings.timeline().first(TlsProbed.class);
                    if (probed.filter(probe -> probe.detail().answered()).isPresent()) {
                        return findings.draft(PortCode.NEEDS_TLS)
                                .seen(closed, "closed-by-server")
                                .seen(probed, "probe-answered")
                                .report();
                    }
                    return findings.draft(DeviceApiCode.HUNG_UP)
                            .seen(request, "request-sent")
                            .seen(closed, "closed-by-server")
                            .unless(
                                    probed.isPresent()
                                            || findings.plan()
                                                    .endpoint()
                                                    .transport()
                                                    .isSecure(),
                                    "turn-tls-on")
                            .report();
                }));
    }

    private static Optional<Hypothesis> silent(Findings findings) {
        return requested(findings)
                .flatMap(request -> findings.timedOut()
                        .flatMap(end -> findings.draft(DeviceApiCode.NO_ANSWER)
                                .seen(request, "request-sent")
                                .seen(end, "time-ran-out")
                                .report()));
    }

    private static Optional<MatchedEvent<HttpRequested>> requested(Findings findings) {
        return findings.timeline()
                .first(HttpRequested.class)
                .filter(request -> findings.alertFromServer().isEmpty());
    }

    private static Optional<Hypothesis> udpClosed(Findings findings) {
        return findings.timeline()
                .first(UdpUnreachable.class)
                .flatMap(closed -> withUsualPort(findings, DeviceApiCode.UDP_PORT_CLOSED)
                        .with("address", closed.detail().address())
                        .seen(
                                closed,
                                "port-unreachable",
                                "address",
                                closed.detail().address())
                        .report());
    }

    private static Optional<Hypothesis> reset(Findings findings) {
        return findings.timeline()
                .first(Coap.class, coap -> coap.isIn() && coap.detail().type() == RST)
                .flatMap(reset -> findings.draft(DeviceApiCode.RESET)
                        .seen(reset, "coap-reset")
                        .report());
    }

    private static Optional<Hypothesis> noCoap(Findings findings) {
        if (!findings.plan().endpoint().transport().isCoap()) {
            return Optional.empty();
        }
        return findings.timedOut().flatMap(end -> {
            List<MatchedEvent<Coap>> sent = findings.timeline()
                    .all(Coap.class)
                    .filter(MatchedEvent::isOut)
                    .toList();
            if (sent.isEmpty()) {
                boolean begun = findings.serverHello().isPresent();
                return withUsualPort(findings, begun ? DeviceApiCode.DTLS_STALLED : DeviceApiCode.NO_DTLS_ANSWER)
                        .seen(findings.clientHello(), "hello-sent")
                        .seen(findings.serverHello(), "handshake-begun")
                        .seen(end, "time-ran-out")
                        .report();
            }
            boolean received =
                    findings.timeline().first(Coap.class, MatchedEvent::isIn).isPresent();
            HypothesisBuilder draft = received
                    ? findings.draft(DeviceApiCode.NO_RESPONSE)
                            .seen(findings.timeline().first(Coap.class, MatchedEvent::isIn), "request-acknowledged")
                    : withUsualPort(findings, DeviceApiCode.NO_COAP_ANSWER)
                            .unless(findings.plan().endpoint().transport().isSecure(), "turn-dtls-on");
            return draft.seen(sent.getLast(), "coap-sent", "times", sent.size())
                    .seen(end, "time-ran-out")
                    .report();
        });
    }

    private static HypothesisBuilder withUsualPort(Findings findings, DeviceApiCode code) {
        HypothesisBuilder draft = findings.draft(code);
        if (code.remedies().stream().anyMatch(advice -> advice.key().equals("use-port"))) {
            Ports.usual(findings.plan().endpoint()).ifPresent(port -> draft.offer("use-port", "port", port));
        }
        return draft;
    }
}
