package dev.gangway.bench.rules;

import dev.gangway.bench.event.Detail;
import dev.gangway.bench.event.TlsDetail.Alert;
import dev.gangway.bench.event.TlsDetail.Certificates;
import java.util.Optional;
import java.util.Set;

/**
 * The server ended TLS after it had asked for a client certificate.
 *
 * <p>A TLS 1.3 server judges the certificate after our side of the handshake is complete, so its alert arrives with
 * the first read and often after CONNECT was sent. A TLS 1.2 server may reset the connection so quickly that its alert
 * is lost.
 *
 * @param findings the whole run
 * @param alert what the server said, where it got through
 * @param closed that the server hung up, where it did
 */
record Refusal(Findings findings, Optional<MatchedEvent<Alert>> alert, Optional<MatchedEvent<Detail>> closed) {
    static Optional<Refusal> of(Findings findings) {
        Optional<MatchedEvent<Certificates>> ours = findings.ourCertificates();
        boolean asked = findings.certificateRequest().isPresent() || ours.isPresent();
        if (!asked || findings.connack().isPresent()) {
            return Optional.empty();
        }
        boolean accepted = CertificateAcceptance.in(findings).isPresent();
        Optional<MatchedEvent<Detail>> closed = findings.hungUp()
                .filter(_ -> !accepted)
                .filter(end -> ours.map(sent -> sent.isBefore(end)).orElse(false));
        return findings.alertFromServer().isPresent() || closed.isPresent()
                ? Optional.of(new Refusal(findings, findings.alertFromServer(), closed))
                : Optional.empty();
    }

    /** Whether the server's alert is one of these, or was lost so that it may have been. */
    boolean mayBe(Set<Integer> codes) {
        return alert.map(seen -> codes.contains(seen.detail().code())).orElse(true);
    }

    /** Whether the server's alert is this one. */
    boolean is(int code) {
        return alert.map(seen -> seen.detail().code() == code).orElse(false);
    }

    /** A diagnosis that already carries the alert, or that there was none, and what we sent. */
    HypothesisBuilder draft(CertCode code) {
        HypothesisBuilder draft = findings.draft(code)
                .with("alert", alert.map(Alerts::show).orElse("–"))
                .seen(
                        alert,
                        "alert-from-server",
                        "alert",
                        alert.map(Alerts::show).orElse(""));
        if (alert.isEmpty()) {
            draft.seen(closed, "closed-without-alert");
        }
        findings.sentChain().stream()
                .findFirst()
                .ifPresent(leaf -> draft.with("subject", Certs.name(leaf))
                        .with("issuer", Certs.issuer(leaf))
                        .with("from", Dates.show(leaf.getNotBefore()))
                        .with("until", Dates.show(leaf.getNotAfter()))
                        .seen(
                                findings.ourCertificates(),
                                "certificate-sent",
                                "subject",
                                Certs.name(leaf),
                                "count",
                                findings.sentChain().size()));
        return draft;
    }
}
