package dev.gangway.bench.rules;

import dev.gangway.bench.causes.Experiment;
import dev.gangway.bench.causes.Reached;
import dev.gangway.bench.event.ProbeDetail.Experimented;
import dev.gangway.bench.event.TlsDetail.ChainFault.Kind;
import java.util.List;
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

    /** {@code unknown_ca} says that no path was found; whether a link or the end of it is missing, it does not say. */
    static void ofDevice(Proposals proposals) {
        Refusal.of(proposals.findings())
                .filter(refusal -> refusal.is(Alerts.UNKNOWN_CA)
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
    }
}
