package dev.gangway.bench.rules;

import dev.gangway.bench.causes.Hypothesis;
import dev.gangway.bench.causes.Proof;
import dev.gangway.bench.event.Layer;
import dev.gangway.bench.event.NetDetail.NotResolved;
import dev.gangway.bench.event.NetDetail.Resolved;
import dev.gangway.bench.event.NetDetail.TcpConnected;
import dev.gangway.bench.event.NetDetail.TcpFailed;
import dev.gangway.bench.event.NetDetail.TcpFault;
import dev.gangway.bench.event.ProbeDetail.SilenceProbed;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Name resolution, TCP and proxies. */
final class NetworkRules {
    static final List<Rule> RULES = List.of(
            NetworkRules::notAHost,
            ProxyRules::unreachable,
            NetworkRules::unknownHost,
            NetworkRules::nameServerSilent,
            NetworkRules::nameServerSlow,
            NetworkRules::notConnected,
            ProxyRules::foreign,
            ProxyRules::refused,
            ProxyRules::hungUp,
            ProxyRules::silent,
            NetworkRules::hungUpAtOnce);

    private NetworkRules() {}

    private static Optional<Hypothesis> notAHost(Findings findings) {
        if (findings.timeline().has(TcpConnected.class)) {
            return Optional.empty();
        }
        return HostField.bareHost(findings.plan().endpoint().host())
                .flatMap(bare -> findings.draft(NetCode.HOST_NOT_PLAIN)
                        .proven(Proof.KNOWN_HERE)
                        .with("bare", bare)
                        .seen(findings.timeline().first(NotResolved.class), "not-resolved")
                        .fact(
                                "host-as-entered",
                                "entered",
                                findings.plan().endpoint().host())
                        .offer("use-host", "host", bare)
                        .report());
    }

    private static Optional<Hypothesis> unknownHost(Findings findings) {
        return findings.timeline()
                .first(NotResolved.class)
                .flatMap(failed -> findings.draft(NetCode.UNKNOWN_HOST)
                        .proven(Proof.ON_THE_WIRE)
                        .seen(failed, "not-resolved")
                        .report());
    }

    private static Optional<Hypothesis> nameServerSilent(Findings findings) {
        boolean tried =
                findings.timeline().has(Resolved.class) || findings.timeline().has(TcpFailed.class);
        return findings.timedOut()
                .filter(end -> end.event().layer() == Layer.DNS && !tried)
                .flatMap(end -> findings.draft(NetCode.NAME_SERVER_SILENT)
                        .seen(end, "name-server-silent")
                        .report());
    }

    /** The name was resolved, and then no time was left to connect. */
    private static Optional<Hypothesis> nameServerSlow(Findings findings) {
        return findings.timedOut()
                .filter(end -> end.event().layer() == Layer.DNS)
                .flatMap(end -> findings.timeline()
                        .first(Resolved.class)
                        .flatMap(found -> findings.draft(NetCode.NAME_SERVER_SLOW)
                                .seen(
                                        found,
                                        "resolved-late",
                                        "millis",
                                        found.event().atMicros() / 1_000)
                                .seen(end, "no-time-to-connect")
                                .report()));
    }

    private static Optional<Hypothesis> notConnected(Findings findings) {
        List<MatchedEvent<TcpFailed>> failed =
                findings.timeline().all(TcpFailed.class).toList();
        if (failed.isEmpty() || findings.timeline().has(TcpConnected.class)) {
            return Optional.empty();
        }
        // A refusal says most: somebody is there. Silence of another address of the same name says less.
        MatchedEvent<TcpFailed> telling = failed.stream()
                .filter(one -> one.detail().fault() == TcpFault.REFUSED)
                .findFirst()
                .orElse(failed.getLast());
        NetCode code = switch (telling.detail().fault()) {
            case REFUSED -> NetCode.REFUSED;
            case TIMEOUT -> NetCode.CONNECT_TIMEOUT;
            case NO_ROUTE -> NetCode.NO_ROUTE;
            case PROHIBITED -> NetCode.FORBIDDEN_ON_THE_WAY;
            case RESET -> NetCode.HUNG_UP_AT_ONCE;
            case OTHER -> NetCode.CONNECT_FAILED;
        };
        HypothesisBuilder draft =
                findings.draft(code).with("address", telling.detail().address());
        OptionalInt usual = Ports.usual(findings.plan().endpoint());
        if (code == NetCode.REFUSED && usual.isPresent()) {
            draft.offer("use-port", "port", usual.getAsInt());
        }
        failed.forEach(one -> seen(draft, one));
        return draft.report();
    }

    /** What came of one address. */
    static void seen(HypothesisBuilder draft, MatchedEvent<TcpFailed> one) {
        String key = switch (one.detail().fault()) {
            case REFUSED -> "address-refused";
            case TIMEOUT -> "address-silent";
            case NO_ROUTE -> "address-unreachable";
            case PROHIBITED -> "address-prohibited";
            case RESET -> "address-reset";
            case OTHER -> "address-failed";
        };
        draft.seen(
                one,
                key,
                "address",
                one.detail().address(),
                "port",
                one.detail().port());
    }

    /** What we sent cannot be what the server hung up on: it did so to a second connection that sent nothing. */
    private static Optional<Hypothesis> hungUpAtOnce(Findings findings) {
        return findings.timeline()
                .first(SilenceProbed.class, probed -> probed.detail().hungUp())
                .flatMap(probed -> findings.draft(NetCode.HUNG_UP_AT_ONCE)
                        .seen(findings.hungUp(), "closed-by-server")
                        .seen(probed, "closed-before-anything")
                        .report());
    }
}
