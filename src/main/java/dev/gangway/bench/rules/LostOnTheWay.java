package dev.gangway.bench.rules;

import dev.gangway.bench.causes.Experiment;
import dev.gangway.bench.causes.Proof;
import dev.gangway.bench.causes.Reached;
import dev.gangway.bench.event.Detail;
import dev.gangway.bench.event.Layer;
import dev.gangway.bench.event.NetDetail.Resolved;
import dev.gangway.bench.event.NetDetail.TcpConnected;
import dev.gangway.bench.event.ProbeDetail.Experimented;
import dev.gangway.bench.model.Wire;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The connection stands and then nothing comes, or another server answers than was meant: large packets that no path
 * takes (RFC 2923, section 2.1), and names whose addresses of both families lead to different servers.
 */
final class LostOnTheWay {
    private static final Predicate<Experimented> WENT_ON =
            seen -> seen.reached().compareTo(Reached.FOREIGN) > 0;

    private LostOnTheWay() {}

    static void propose(Proposals proposals) {
        Findings findings = proposals.findings();
        if (findings.plan().proxy().isPresent() || findings.refused().isPresent()) {
            return;
        }
        largePackets(proposals);
        if (findings.connack().isEmpty()) {
            otherFamily(proposals);
        }
    }

    /** What was tried once more exactly as at first was taken: then the refusal was for nothing that was sent. */
    static void fickle(Proposals proposals) {
        Findings findings = proposals.findings();
        findings.experiment(Experiment.SAME_AGAIN)
                .filter(again -> !findings.accepted() && Proposals.ACCEPTED.test(again.detail()))
                .ifPresent(again -> proposals.add(findings.draft(NetCode.ANSWERS_DIFFERENTLY)
                        .seen(findings.hungUp(), "closed-by-server")
                        .seen(again, "server-answers-differently")
                        .proven(Proof.EXPERIMENT)));
    }

    private static void largePackets(Proposals proposals) {
        Findings findings = proposals.findings();
        Optional<MatchedEvent<Detail>> large = findings.timeline()
                .all(Detail.class)
                .filter(seen -> seen.isOut()
                        && seen.event().bytes() > Wire.SMALL
                        && (seen.event().layer() == Layer.TLS || seen.event().layer() == Layer.MQTT))
                .reduce((_, last) -> last);
        if (findings.timedOut().isEmpty() || !findings.timeline().has(TcpConnected.class)) {
            return;
        }
        large.ifPresent(sent -> proposals.settle(
                NetCode.PACKETS_TOO_LARGE,
                findings.draft(NetCode.PACKETS_TOO_LARGE)
                        .with("bytes", sent.event().bytes())
                        .with("message", sent.event().name())
                        .seen(
                                sent,
                                "large-message",
                                "message",
                                sent.event().name(),
                                "bytes",
                                sent.event().bytes())
                        .seen(findings.timedOut(), "time-ran-out")
                        .possible(),
                Experiment.WITH_SMALL_PACKETS,
                findings.accepted() ? Proposals.WENT_ON : WENT_ON));
    }

    private static void otherFamily(Proposals proposals) {
        Findings findings = proposals.findings();
        Optional<MatchedEvent<TcpConnected>> connected = findings.timeline().first(TcpConnected.class);
        connected.ifPresent(seen -> {
            boolean six = isV6(seen.detail().address());
            findings.timeline()
                    .first(
                            Resolved.class,
                            resolved ->
                                    resolved.detail().addresses().stream().anyMatch(address -> isV6(address) != six))
                    .ifPresent(resolved -> proposals.settle(
                            NetCode.OTHER_ADDRESS_FAMILY,
                            findings.draft(NetCode.OTHER_ADDRESS_FAMILY)
                                    .with("address", seen.detail().address())
                                    .with("family", six ? "IPv6" : "IPv4")
                                    .with("other", six ? "IPv4" : "IPv6")
                                    .seen(resolved, "addresses-of-both-families")
                                    .seen(
                                            seen,
                                            "connected-to",
                                            "address",
                                            seen.detail().address())
                                    .offer("use-host", "host", other(resolved.detail(), six))
                                    .possible(),
                            Experiment.WITH_OTHER_ADDRESS_FAMILY,
                            WENT_ON));
        });
    }

    private static String other(Resolved resolved, boolean six) {
        return resolved.addresses().stream()
                .filter(address -> isV6(address) != six)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isV6(String address) {
        return address.contains(":");
    }
}
