package dev.gangway.bench.rules;

import dev.gangway.bench.causes.Hypothesis;
import dev.gangway.bench.event.Layer;
import dev.gangway.bench.event.NetDetail.ForeignBytes;
import dev.gangway.bench.event.NetDetail.HttpStatus;
import dev.gangway.bench.event.NetDetail.Incomplete;
import dev.gangway.bench.event.NetDetail.NotResolved;
import dev.gangway.bench.event.NetDetail.SocksReply;
import dev.gangway.bench.event.NetDetail.TcpConnected;
import dev.gangway.bench.event.NetDetail.TcpFailed;
import dev.gangway.bench.model.Proxy;
import java.util.List;
import java.util.Optional;

/** A proxy that cannot be reached, does not let us through, or is none. */
final class ProxyRules {
    private ProxyRules() {}

    /** With a proxy, name and addresses in the timeline are those of the proxy: the server was never asked for. */
    static Optional<Hypothesis> unreachable(Findings findings) {
        if (findings.plan().proxy().isEmpty() || findings.timeline().has(TcpConnected.class)) {
            return Optional.empty();
        }
        Proxy proxy = findings.plan().proxy().get();
        HypothesisBuilder draft =
                findings.draft(NetCode.PROXY_UNREACHABLE).with("proxy", proxy.host() + ":" + proxy.port());
        Optional<MatchedEvent<NotResolved>> nameless = findings.timeline().first(NotResolved.class);
        List<MatchedEvent<TcpFailed>> failed =
                findings.timeline().all(TcpFailed.class).toList();
        if (nameless.isEmpty() && failed.isEmpty()) {
            return Optional.empty();
        }
        nameless.ifPresent(seen -> draft.seen(seen, "not-resolved"));
        failed.forEach(one -> NetworkRules.seen(draft, one));
        return draft.report();
    }

    static Optional<Hypothesis> refused(Findings findings) {
        Optional<Hypothesis> http = findings.timeline()
                .first(
                        HttpStatus.class,
                        answer -> answer.event().layer() == Layer.PROXY
                                && (answer.detail().status() < 200
                                        || answer.detail().status() > 299))
                .flatMap(answer -> refused(findings, answer, answer.detail().status()));
        return http.or(() -> findings.timeline()
                .first(SocksReply.class, answer -> answer.detail().code() != 0)
                .flatMap(answer -> refused(findings, answer, answer.detail().code())));
    }

    private static Optional<Hypothesis> refused(Findings findings, MatchedEvent<?> answer, int status) {
        return findings.draft(NetCode.PROXY_REFUSED)
                .with("status", status)
                .seen(answer, "proxy-status", "status", status)
                .report();
    }

    /** A proxy that does not speak what we took it for, or that may not go there, hangs up without a word. */
    static Optional<Hypothesis> hungUp(Findings findings) {
        return unanswered(findings)
                .flatMap(_ -> findings.hungUp()
                        .flatMap(closed -> findings.draft(NetCode.PROXY_HUNG_UP)
                                .seen(closed, "closed-by-proxy")
                                .report()));
    }

    static Optional<Hypothesis> silent(Findings findings) {
        return unanswered(findings)
                .flatMap(proxy -> findings.timedOut().flatMap(end -> {
                    HypothesisBuilder draft =
                            findings.draft(NetCode.PROXY_SILENT).with("proxy", proxy.host() + ":" + proxy.port());
                    half(findings)
                            .ifPresent(half -> draft.seen(
                                    half,
                                    "half-a-message",
                                    "have",
                                    half.detail().have()));
                    return draft.seen(end, "time-ran-out").report();
                }));
    }

    /** Bytes of another protocol, or a head that has no end. */
    static Optional<Hypothesis> foreign(Findings findings) {
        return unanswered(findings).flatMap(proxy -> {
            HypothesisBuilder draft =
                    findings.draft(NetCode.PROXY_FOREIGN).with("proxy", proxy.host() + ":" + proxy.port());
            Optional<MatchedEvent<ForeignBytes>> bytes = findings.timeline()
                    .first(ForeignBytes.class, seen -> seen.event().layer() == Layer.PROXY);
            if (bytes.isPresent()) {
                return draft.seen(
                                bytes,
                                "answer-unknown",
                                "bytes",
                                FirstBytes.show(bytes.get().detail()))
                        .report();
            }
            return half(findings)
                    .filter(_ ->
                            findings.timedOut().isEmpty() && findings.hungUp().isEmpty())
                    .flatMap(endless -> draft.seen(
                                    endless,
                                    "half-a-message",
                                    "have",
                                    endless.detail().have())
                            .report());
        });
    }

    private static Optional<MatchedEvent<Incomplete>> half(Findings findings) {
        return findings.timeline().first(Incomplete.class, seen -> seen.event().layer() == Layer.PROXY);
    }

    /** The proxy, where we reached it and it never said yes or no. */
    private static Optional<Proxy> unanswered(Findings findings) {
        boolean answered = findings.timeline()
                        .first(HttpStatus.class, seen -> seen.event().layer() == Layer.PROXY)
                        .isPresent()
                || findings.timeline().has(SocksReply.class);
        return findings.plan()
                .proxy()
                .filter(_ -> !answered && findings.timeline().has(TcpConnected.class));
    }
}
