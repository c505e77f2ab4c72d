package dev.gangway.bench.rules;

import dev.gangway.bench.TlsOptions.Presentation;
import dev.gangway.diagnosis.Diagnosis;
import java.util.Optional;

/**
 * A certificate that was there, was asked for, and stayed here. Java's own key manager obeys the server's list of
 * accepted issuers; ThingsBoard lists nothing but its own certificate there.
 */
final class Withheld {
    private Withheld() {}

    static Optional<Diagnosis> report(Findings findings, Draft draft) {
        boolean byIssuer = findings.plan().tls().presentation() == Presentation.STOCK_JAVA;
        findings.certificateRequest()
                .ifPresent(
                        request -> draft.seen(request, "accepted-issuers", "issuers", Issuers.show(request.detail())));
        findings.identity()
                .map(identity -> Certs.issuer(identity.chain().getLast()))
                .ifPresent(
                        issuer -> draft.with("issuer", issuer).factIf(byIssuer, "issuer-not-listed", "issuer", issuer));
        return draft.seen(findings.ourCertificates(), "certificate-empty")
                .factIf(!byIssuer, "certificate-left-out-by-choice")
                .report();
    }
}
