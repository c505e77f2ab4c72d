package dev.gangway.bench.rules;

import dev.gangway.bench.causes.Hypothesis;
import dev.gangway.pki.path.ChainOrder;
import dev.gangway.pki.path.Issuance;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** The server finds no path from our certificate to an authority that it trusts. */
final class IssuerRules {
    private IssuerRules() {}

    static Optional<Hypothesis> judge(Findings findings) {
        return Refusal.of(findings)
                .filter(refusal -> findings.certificateSent())
                .flatMap(refusal -> {
                    if (refusal.is(Alerts.UNKNOWN_CA)) {
                        return untrusted(findings, refusal).report();
                    }
                    boolean broken = !ChainOrder.isInOrder(findings.sentChain());
                    boolean mayBeBroken = refusal.is(Alerts.CERTIFICATE_UNKNOWN) || refusal.is(Alerts.BAD_CERTIFICATE);
                    return broken && mayBeBroken
                            ? refusal.draft(CertCode.CHAIN_BROKEN).report()
                            : Optional.empty();
                });
    }

    private static HypothesisBuilder untrusted(Findings findings, Refusal refusal) {
        List<X509Certificate> chain = findings.sentChain();
        X509Certificate leaf = chain.getFirst();
        HypothesisBuilder draft = refusal.draft(code(findings, chain, leaf));
        findings.certificateRequest()
                .ifPresent(
                        request -> draft.seen(request, "accepted-issuers", "issuers", Issuers.show(request.detail())));
        boolean moreAtHand = findings.identity()
                .filter(identity -> identity.chain().size() > chain.size())
                .isPresent();
        return leaf.equals(chain.getLast()) && !Issuance.isSelfSigned(leaf)
                ? draft.fact("leaf-sent-alone", "issuer", Certs.issuer(leaf))
                        .unlessListed(!moreAtHand, "send-full-chain")
                : draft;
    }

    private static CertCode code(Findings findings, List<X509Certificate> chain, X509Certificate leaf) {
        if (chain.stream().skip(1).anyMatch(issuer -> !Issuance.isAuthority(issuer))) {
            return CertCode.ISSUER_NOT_AN_AUTHORITY;
        }
        if (!ChainOrder.isInOrder(chain)) {
            return CertCode.CHAIN_BROKEN;
        }
        if (Issuance.isSelfSigned(leaf)) {
            return CertCode.SELF_SIGNED_REFUSED;
        }
        if (Issuance.isSelfIssued(leaf)) {
            return CertCode.SUBJECT_OF_AUTHORITY;
        }
        boolean issuerListed = findings.certificateRequest()
                .filter(request -> Issuers.listsAnyOf(request.detail(), List.of(leaf)))
                .isPresent();
        return chain.size() == 1 && !issuerListed ? CertCode.INTERMEDIATE_MISSING : CertCode.ISSUER_UNKNOWN;
    }
}
