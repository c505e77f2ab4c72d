package dev.gangway.bench.rules;

import dev.gangway.bench.causes.Hypothesis;
import dev.gangway.bench.causes.Proof;
import dev.gangway.bench.event.NetDetail;
import dev.gangway.bench.model.ServerFacts;
import dev.gangway.bench.mqtt.packet.Disconnect;
import java.security.cert.X509Certificate;
import java.util.Optional;

/** What ends a session that had lasted: the credential was changed or has expired, or the server fell silent. */
final class LongSessionRules {
    private static final int TAKEN_OVER = 0x8E;

    private LongSessionRules() {}

    /**
     * ThingsBoard says "taken over" when the credential was replaced under two sessions, and before MQTT 5 nothing at
     * all; what it stores tells.
     */
    static Optional<Hypothesis> credentialChanged(Findings findings) {
        Optional<MatchedEvent<Disconnect>> goodbye = findings.timeline().first(Disconnect.class, MatchedEvent::isIn);
        boolean vague = goodbye.map(said -> said.detail().code() == TAKEN_OVER).orElse(true);
        return findings.hungUp()
                .filter(closed -> findings.accepted() && vague)
                .flatMap(closed -> findings.facts()
                        .filter(LongSessionRules::differs)
                        .flatMap(facts -> findings.draft(
                                        facts.exists() ? SessionCode.CREDENTIAL_CHANGED : DeviceCode.MISSING)
                                .proven(Proof.LOOKED_UP)
                                .with(
                                        "code",
                                        goodbye.map(said -> ConnackCode.show(
                                                        said.detail().code()))
                                                .orElse("–"))
                                .seen(closed, "closed-by-server")
                                .factIf(!facts.exists(), "device-missing")
                                .factIf(facts.exists(), "stored-login-differs")
                                .report()));
    }

    static Optional<Hypothesis> certificateExpired(Findings findings) {
        Optional<X509Certificate> leaf = findings.sentChain().stream().findFirst();
        return findings.hungUp()
                .filter(closed -> findings.accepted())
                .flatMap(closed -> leaf.filter(
                                sent -> sent.getNotAfter().toInstant().isBefore(findings.now()))
                        .flatMap(sent -> findings.draft(SessionCode.CERTIFICATE_EXPIRED)
                                .with("until", Dates.show(sent.getNotAfter()))
                                .seen(
                                        findings.ourCertificates(),
                                        "certificate-sent",
                                        "subject",
                                        Certs.name(sent),
                                        "count",
                                        findings.sentChain().size())
                                .seen(closed, "closed-by-server")
                                .report()));
    }

    /** Nothing is under way that has an acknowledgement, so it is the pings that have no answer. */
    static Optional<Hypothesis> silent(Findings findings) {
        return findings.timeline()
                .first(NetDetail.Closed.class, closed -> closed.detail().ending() == NetDetail.Ending.TIMEOUT)
                .filter(end -> findings.accepted()
                        && findings.plan()
                                .publication()
                                .filter(planned -> planned.qos() > 0)
                                .isEmpty())
                .flatMap(end -> findings.draft(SessionCode.SILENT)
                        .seen(findings.connack(), "accepted")
                        .seen(end, "time-ran-out")
                        .report());
    }

    /** "Administrative action" is said where the credential was changed, and where the device was deleted. */
    static void propose(Proposals proposals) {
        Findings findings = proposals.findings();
        if (proposals.has(SessionCode.CREDENTIAL_CHANGED) && findings.facts().isEmpty()) {
            proposals.add(findings.draft(DeviceCode.MISSING)
                    .seen(findings.connack(), "accepted")
                    .possible());
        }
    }

    private static boolean differs(ServerFacts facts) {
        return !facts.exists()
                || facts.credentialMatches().filter(same -> !same).isPresent();
    }
}
