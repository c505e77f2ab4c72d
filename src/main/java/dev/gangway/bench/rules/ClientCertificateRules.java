package dev.gangway.bench.rules;

import dev.gangway.bench.causes.Hypothesis;
import dev.gangway.bench.causes.Proof;
import dev.gangway.pki.path.ChainOrder;
import dev.gangway.pki.path.Issuance;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The server refuses our certificate during TLS. What can be seen in the certificate itself is asked before the alert
 * is: servers choose different alerts for the same fault.
 */
final class ClientCertificateRules {
    static final List<Rule> RULES = List.of(
            ClientCertificateRules::notSent,
            ClientCertificateRules::wrongOrder,
            ClientCertificateRules::keyMismatch,
            ClientCertificateRules::dates,
            ClientCertificateRules::plainWords,
            ClientCertificateRules::usage,
            IssuerRules::judge,
            ClientCertificateRules::weak,
            ClientCertificateRules::otherAlerts);

    /** What servers say to a signature or chain that does not fit; JSSE, OpenSSL and ThingsBoard differ. */
    private static final Set<Integer> DOES_NOT_FIT = Set.of(
            Alerts.HANDSHAKE_FAILURE,
            Alerts.BAD_CERTIFICATE,
            Alerts.UNSUPPORTED_CERTIFICATE,
            Alerts.CERTIFICATE_UNKNOWN,
            Alerts.UNKNOWN_CA,
            Alerts.DECRYPT_ERROR);

    private static final Set<Integer> WRONG_DATE =
            Set.of(Alerts.CERTIFICATE_EXPIRED, Alerts.BAD_CERTIFICATE, Alerts.CERTIFICATE_UNKNOWN);

    private static final Set<Integer> WRONG_USAGE =
            Set.of(Alerts.UNSUPPORTED_CERTIFICATE, Alerts.BAD_CERTIFICATE, Alerts.CERTIFICATE_UNKNOWN);

    private static final Set<Integer> TOO_WEAK =
            Set.of(Alerts.BAD_CERTIFICATE, Alerts.CERTIFICATE_UNKNOWN, Alerts.INSUFFICIENT_SECURITY);

    private ClientCertificateRules() {}

    private static Optional<Hypothesis> notSent(Findings findings) {
        return Refusal.of(findings)
                .filter(refusal -> !findings.certificateSent())
                .filter(refusal -> refusal.alert().isPresent()
                        || findings.handshakeComplete().isEmpty())
                .flatMap(refusal -> findings.certificateWithheld()
                        ? CertificateNotSent.report(findings, refusal::draft)
                        : refusal.draft(CertCode.REQUIRED)
                                .seen(findings.certificateRequest(), "certificate-requested")
                                .seen(findings.ourCertificates(), "certificate-empty")
                                .report());
    }

    private static Optional<Hypothesis> wrongOrder(Findings findings) {
        List<X509Certificate> chain = findings.sentChain();
        boolean mixedUp = chain.size() > 1 && !ChainOrder.isInOrder(chain) && ChainOrder.belongTogether(chain);
        return Refusal.of(findings)
                .filter(refusal -> mixedUp && refusal.mayBe(DOES_NOT_FIT))
                .flatMap(refusal -> refusal.draft(CertCode.WRONG_ORDER)
                        .fact(
                                "order-sent",
                                "names",
                                String.join(
                                        " → ", chain.stream().map(Certs::name).toList()))
                        .report());
    }

    private static Optional<Hypothesis> keyMismatch(Findings findings) {
        boolean differs = findings.keyDiffers();
        return Refusal.of(findings)
                .filter(refusal -> findings.certificateSent())
                .filter(refusal -> differs && refusal.mayBe(DOES_NOT_FIT) || refusal.is(Alerts.DECRYPT_ERROR))
                .flatMap(refusal -> {
                    HypothesisBuilder draft = refusal.draft(CertCode.KEY_MISMATCH);
                    return (differs
                                    ? draft.seen(findings.identityChecked(), "key-differs")
                                            .proven(Proof.KNOWN_HERE)
                                    : draft)
                            .report();
                });
    }

    private static Optional<Hypothesis> dates(Findings findings) {
        Instant now = findings.now();
        List<X509Certificate> chain = findings.sentChain();
        Optional<X509Certificate> early =
                chain.stream().filter(one -> Issuance.isNotYetValid(one, now)).findFirst();
        Optional<X509Certificate> late =
                chain.stream().filter(one -> Issuance.isExpired(one, now)).findFirst();
        return Refusal.of(findings)
                .filter(refusal -> findings.certificateSent())
                .flatMap(refusal -> {
                    if (refusal.is(Alerts.CERTIFICATE_EXPIRED) && early.isEmpty() && late.isEmpty()) {
                        return refusal.draft(CertCode.CALLED_EXPIRED)
                                .fact("valid-by-our-clock", "now", Dates.show(now))
                                .report();
                    }
                    if (late.isPresent() && refusal.mayBe(WRONG_DATE)) {
                        return refusal.draft(CertCode.EXPIRED)
                                .fact(
                                        "valid-from-until",
                                        "from",
                                        Dates.show(late.get().getNotBefore()),
                                        "until",
                                        Dates.show(late.get().getNotAfter()))
                                .provenIf(refusal.is(Alerts.CERTIFICATE_EXPIRED), Proof.SERVER_SAID)
                                .report();
                    }
                    return early.filter(one -> refusal.mayBe(WRONG_DATE))
                            .flatMap(one -> refusal.draft(CertCode.NOT_YET_VALID)
                                    .fact(
                                            "valid-from-until",
                                            "from",
                                            Dates.show(one.getNotBefore()),
                                            "until",
                                            Dates.show(one.getNotAfter()))
                                    .report());
                });
    }

    private static Optional<Hypothesis> plainWords(Findings findings) {
        return Refusal.of(findings).flatMap(refusal -> {
            if (refusal.is(Alerts.CERTIFICATE_REVOKED)) {
                return refusal.draft(CertCode.REVOKED).proven(Proof.SERVER_SAID).report();
            }
            return refusal.is(Alerts.ACCESS_DENIED)
                    ? refusal.draft(CertCode.ACCESS_DENIED).report()
                    : Optional.empty();
        });
    }

    private static Optional<Hypothesis> usage(Findings findings) {
        return Refusal.of(findings)
                .filter(refusal -> findings.certificateSent() && refusal.mayBe(WRONG_USAGE))
                .filter(refusal -> !Certs.allowsClient(findings.sentChain().getFirst()))
                .flatMap(refusal -> refusal.draft(CertCode.WRONG_USAGE)
                        .fact("no-client-auth")
                        .report());
    }

    private static Optional<Hypothesis> weak(Findings findings) {
        return Refusal.of(findings)
                .filter(refusal -> refusal.mayBe(TOO_WEAK))
                .flatMap(refusal -> findings.sentChain().stream()
                        .filter(Certs::isWeak)
                        .findFirst()
                        .flatMap(weak -> refusal.draft(CertCode.WEAK)
                                .fact(
                                        "weak-certificate",
                                        "subject",
                                        Certs.name(weak),
                                        "algorithm",
                                        weak.getSigAlgName(),
                                        "key",
                                        weak.getPublicKey().getAlgorithm())
                                .report()));
    }

    private static Optional<Hypothesis> otherAlerts(Findings findings) {
        return Refusal.of(findings).flatMap(refusal -> {
            if (!findings.certificateSent()) {
                return Optional.empty();
            }
            if (refusal.alert().isEmpty()) {
                HypothesisBuilder silent = refusal.draft(CertCode.REFUSED_SILENTLY);
                findings.closedPolitely().ifPresent(seen -> silent.possible().against(seen, "closed-in-good-order"));
                return silent.offerIf(
                                findings.serverHello()
                                        .filter(hello ->
                                                hello.detail().version().contains("1.2"))
                                        .isPresent(),
                                "use-tls-version",
                                "version",
                                "1.3")
                        .report();
            }
            return (refusal.is(Alerts.UNSUPPORTED_CERTIFICATE)
                            ? refusal.draft(CertCode.UNSUPPORTED)
                                    .unless(findings.sentChain().size() < 2, "reorder-chain")
                            : refusal.draft(refusal.is(Alerts.BAD_CERTIFICATE) ? CertCode.BAD : CertCode.REFUSED))
                    .report();
        });
    }
}
