package dev.gangway.bench.rules;

import dev.gangway.bench.causes.Experiment;
import dev.gangway.bench.causes.Reached;
import dev.gangway.bench.event.ProbeDetail.Experimented;
import dev.gangway.bench.event.TlsDetail.Certificates;
import dev.gangway.bench.event.TlsDetail.ChainFault.Kind;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.TlsOptions;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A certificate of either side was refused, and more than one thing may be the reason. */
final class RefusedCertificates {
    /** Faults that another certificate of the same server may not have. */
    private static final List<Kind> OF_THE_CERTIFICATE = List.of(
            Kind.SELF_SIGNED,
            Kind.ISSUER_MISSING,
            Kind.UNKNOWN_ROOT,
            Kind.HOST_MISMATCH,
            Kind.EXPIRED,
            Kind.WRONG_USAGE);

    /** The chain with the server's name was taken: TLS went on. */
    private static final Predicate<Experimented> TLS_WENT_ON =
            seen -> seen.reached() != Reached.TLS_REFUSED && seen.reached() != Reached.FOREIGN;

    /** Nothing was said after TLS, and the server ended it all the same. */
    private static final Predicate<Experimented> HUNG_UP_BEFORE_CONNECT =
            seen -> seen.reached() == Reached.HUNG_UP || seen.reached() == Reached.TLS_REFUSED;

    /** The server answered CONNECT; in TLS 1.3 our side stands before it has judged our certificate. */
    private static final Predicate<Experimented> CERTIFICATE_TAKEN =
            seen -> seen.reached() == Reached.REFUSED || seen.reached() == Reached.ACCEPTED;

    private RefusedCertificates() {}

    /** A server that goes by the name shows its default certificate where none is sent. */
    static void ofServer(Proposals proposals) {
        Findings findings = proposals.findings();
        boolean refused = findings.connect().isEmpty()
                && findings.chainFaults().stream().anyMatch(fault -> OF_THE_CERTIFICATE.contains(fault.kind()));
        if (!refused || findings.plan().tls().name().sent()) {
            return;
        }
        findings.clientHello()
                .ifPresent(hello -> proposals.soFar().stream().findFirst().ifPresent(first -> {
                    Catalogue.find(first.code())
                            .filter(code -> code != TlsCode.HOST_MISMATCH_WITHOUT_SNI)
                            .ifPresent(code -> proposals.weaken(code, hello, "hello-without-name"));
                    proposals.settle(
                            TlsCode.HOST_MISMATCH_WITHOUT_SNI,
                            findings.draft(TlsCode.HOST_MISMATCH_WITHOUT_SNI)
                                    .with("subject", first.cause().args().getOrDefault("subject", "–"))
                                    .with("expected", findings.plan().endpoint().host())
                                    .seen(hello, "hello-without-name")
                                    .seen(findings.chainJudged(), "chain-judged"),
                            Experiment.WITH_SERVER_NAME,
                            TLS_WENT_ON);
                }));
    }

    /** The issuer was not sent: it is an intermediate that is missing, or an authority that is not trusted here. */
    static void ofIssuer(Proposals proposals) {
        Findings findings = proposals.findings();
        if (proposals.has(TlsCode.SERVER_INTERMEDIATE_MISSING)) {
            findings.chainFaults().stream()
                    .filter(fault -> fault.kind() == Kind.ISSUER_MISSING)
                    .findFirst()
                    .ifPresent(fault -> {
                        HypothesisBuilder untrusted = findings.draft(TlsCode.SERVER_UNTRUSTED)
                                .with("subject", Names.display(fault.subject()))
                                .with("expected", Names.display(fault.expected()))
                                .seen(
                                        findings.chainJudged(),
                                        "chain-issuer-missing",
                                        "subject",
                                        Names.display(fault.subject()),
                                        "expected",
                                        Names.display(fault.expected()));
                        if (issuerIsALink(findings)) {
                            proposals.add(untrusted.possible());
                        } else {
                            proposals.addFirst(untrusted);
                        }
                    });
        }
    }

    /** Whether the issuer of the last certificate that came is more probably an intermediate than another authority. */
    private static boolean issuerIsALink(Findings findings) {
        TlsOptions.Trust trust = findings.plan().tls().trust();
        return trust.anchors().isEmpty()
                || findings.serverCertificates().map(MatchedEvent::detail).stream()
                        .map(Certificates::chain)
                        .filter(chain -> !chain.isEmpty())
                        .anyMatch(chain -> IssuerRules.looksLikeALink(
                                chain.getLast(),
                                trust.anchors().stream()
                                        .map(anchor ->
                                                anchor.getSubjectX500Principal().getName()),
                                chain.size() > 1));
    }

    /** {@code unknown_ca} says that no path was found; whether a link or the end of it is missing, it does not say. */
    static void ofDevice(Proposals proposals) {
        Optional<Refusal> refused = Refusal.of(proposals.findings())
                .filter(refusal -> proposals.findings().certificateSent());
        refused.filter(refusal -> refusal.is(Alerts.UNKNOWN_CA)
                        && refusal.findings().sentChain().size() == 1)
                .ifPresent(refusal -> {
                    if (proposals.has(CertCode.ISSUER_UNKNOWN)) {
                        proposals.add(refusal.draft(CertCode.INTERMEDIATE_MISSING)
                                .unlessListed(true, "send-full-chain")
                                .possible());
                    } else if (proposals.has(CertCode.INTERMEDIATE_MISSING)) {
                        proposals.add(refusal.draft(CertCode.ISSUER_UNKNOWN).possible());
                    }
                });
        refused.ifPresent(refusal -> settle(proposals, refusal));
    }

    private static void settle(Proposals proposals, Refusal refusal) {
        Plan plan = proposals.findings().plan();
        proposals.settleWithout(CertCode.REFUSED_SILENTLY, Experiment.SAY_NOTHING, HUNG_UP_BEFORE_CONNECT);
        if (plan.withWholeChain().isPresent()) {
            proposals.settle(CertCode.INTERMEDIATE_MISSING, Experiment.WITH_FULL_CHAIN, CERTIFICATE_TAKEN);
        }
        if (plan.mqtt().userName().isPresent() || plan.mqtt().password().isPresent()) {
            proposals.settle(
                    CertCode.NOT_WANTED,
                    refusal.draft(CertCode.NOT_WANTED).possible(),
                    Experiment.WITHOUT_CERTIFICATE,
                    Proposals.ACCEPTED);
        }
    }

    /** A login beside the certificate was refused: whether it would do without. */
    static void besideLogin(Proposals proposals) {
        proposals.settle(MqttCode.CERTIFICATE_WINS, Experiment.WITHOUT_CERTIFICATE, Proposals.ACCEPTED);
    }
}
