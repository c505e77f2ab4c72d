package dev.gangway.bench.rules;

import dev.gangway.bench.causes.Hypothesis;
import dev.gangway.bench.event.TlsDetail.Choice;
import dev.gangway.bench.event.TlsDetail.ClientCertificateChosen;
import java.util.Optional;
import java.util.function.Function;

/**
 * A certificate that was there, was asked for, and stayed here. Java's own key manager obeys the server's list of
 * accepted issuers; ThingsBoard lists nothing but its own certificate there.
 */
final class CertificateNotSent {
    private CertificateNotSent() {}

    /**
     * Says why it stayed here.
     *
     * @param draft begins a diagnosis with what the server answered
     */
    static Optional<Hypothesis> report(Findings findings, Function<CertCode, HypothesisBuilder> draft) {
        Choice choice = findings.choice()
                .map(MatchedEvent::detail)
                .map(ClientCertificateChosen::choice)
                .orElse(Choice.NEVER);
        return switch (choice) {
            case NO_COMMON_SIGNATURE -> noSignature(findings, draft.apply(CertCode.NO_COMMON_SIGNATURE));
            case ISSUER_NOT_ACCEPTED -> byIssuer(findings, draft.apply(CertCode.WITHHELD));
            case NEVER, NONE_CONFIGURED, SENT -> byChoice(findings, draft.apply(CertCode.LEFT_OUT));
        };
    }

    private static Optional<Hypothesis> noSignature(Findings findings, HypothesisBuilder draft) {
        findings.identity()
                .map(identity -> identity.leaf().getPublicKey().getAlgorithm())
                .ifPresent(key -> draft.with("key", key));
        return draft.seen(findings.choice(), "no-common-signature").report();
    }

    private static Optional<Hypothesis> byIssuer(Findings findings, HypothesisBuilder draft) {
        findings.certificateRequest()
                .ifPresent(
                        request -> draft.seen(request, "accepted-issuers", "issuers", Issuers.show(request.detail())));
        findings.identity()
                .map(identity -> Certs.issuer(identity.chain().getLast()))
                .ifPresent(issuer ->
                        draft.with("issuer", issuer).seen(findings.choice(), "issuer-not-listed", "issuer", issuer));
        return draft.seen(findings.ourCertificates(), "certificate-empty").report();
    }

    private static Optional<Hypothesis> byChoice(Findings findings, HypothesisBuilder draft) {
        return draft.seen(findings.ourCertificates(), "certificate-empty")
                .fact("certificate-left-out-by-choice")
                .report();
    }
}
