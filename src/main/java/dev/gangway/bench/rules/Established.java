package dev.gangway.bench.rules;

import dev.gangway.bench.event.Detail;
import dev.gangway.bench.event.NetDetail.NotResolved;
import dev.gangway.bench.event.NetDetail.TcpConnected;
import dev.gangway.bench.event.NetDetail.TcpFailed;
import dev.gangway.bench.event.TlsDetail.Alert;
import dev.gangway.bench.mqtt.packet.Ack;
import dev.gangway.bench.mqtt.packet.Connack;
import dev.gangway.bench.mqtt.packet.Disconnect;
import dev.gangway.diagnosis.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a failed run proves whatever its cause is: how far it came, and how it ended. The words say no more than that, so
 * they are the verdict's sentence where no cause is proven.
 */
final class Established {
    private final Findings findings;
    private final List<Evidence> facts = new ArrayList<>();

    private Established(Findings findings) {
        this.findings = findings;
    }

    static List<Evidence> in(Findings findings) {
        Established established = new Established(findings);
        established.way();
        established.tls();
        established.end();
        return established.facts;
    }

    private void way() {
        findings.timeline().first(NotResolved.class).ifPresent(seen -> add(seen, "not-resolved"));
        if (findings.timeline().first(TcpConnected.class).isEmpty()) {
            findings.timeline().first(TcpFailed.class).ifPresent(seen -> add(seen, "not-connected"));
        } else if (findings.serverHello().isEmpty() && findings.connack().isEmpty()) {
            findings.timeline().first(TcpConnected.class).ifPresent(seen -> add(seen, "connected"));
        }
    }

    private void tls() {
        findings.serverHello()
                .ifPresent(hello -> add(hello, "tls", "version", hello.detail().version()));
        Optional<MatchedEvent<? extends Detail>> accepted = CertificateAcceptance.in(findings);
        accepted.ifPresentOrElse(
                seen -> add(seen, "certificate-accepted"),
                () -> findings.handshakeComplete()
                        .filter(_ -> !findings.certificateSent())
                        .ifPresent(seen -> add(seen, "tls-complete")));
    }

    private void end() {
        Optional<MatchedEvent<Connack>> connack = findings.connack();
        connack.ifPresent(seen -> add(
                seen,
                seen.detail().isAccepted() ? "accepted" : "connack",
                "connack",
                ConnackCode.show(seen.detail().code())));
        findings.timeline()
                .first(Ack.class, ack -> ack.isIn() && ack.detail().isRefusal())
                .ifPresent(ack -> add(
                        ack,
                        "answer-refused",
                        "name",
                        ack.event().name(),
                        "code",
                        ConnackCode.show(Steps.failure(ack.detail()).orElse(0))));
        Optional<MatchedEvent<Disconnect>> goodbye = findings.timeline()
                .first(Disconnect.class, MatchedEvent::isIn)
                .filter(_ -> connack.isEmpty() || findings.accepted());
        goodbye.ifPresent(seen ->
                add(seen, "goodbye", "code", ConnackCode.show(seen.detail().code())));
        if (findings.refused().isPresent() || goodbye.isPresent()) {
            return;
        }
        Optional<MatchedEvent<Alert>> alert = findings.alertFromServer().filter(_ -> connack.isEmpty());
        Optional<MatchedEvent<Alert>> ours = findings.alertFromUs().filter(_ -> connack.isEmpty());
        if (alert.isPresent()) {
            add(alert.get(), "alert", "alert", Alerts.show(alert.get()));
        } else if (ours.isPresent()) {
            add(ours.get(), "our-alert", "alert", Alerts.show(ours.get()));
        } else {
            findings.hungUp().ifPresent(seen -> add(seen, "closed", "after", lastSent(seen)));
            findings.timedOut().ifPresent(seen -> add(seen, "silent", "after", lastSent(seen)));
        }
    }

    /** The name of our last message before this event; a dash where nothing was sent. */
    private String lastSent(MatchedEvent<?> before) {
        return findings.timeline()
                .all(Detail.class)
                .filter(seen -> seen.isOut() && seen.isBefore(before))
                .reduce((_, last) -> last)
                .map(seen -> seen.event().name())
                .orElse("–");
    }

    private void add(MatchedEvent<?> where, String key, Object... pairs) {
        facts.add(Evidence.seen(where.index(), HypothesisBuilder.PREFIX + "established-" + key, pairs));
    }
}
