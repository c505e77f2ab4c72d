package dev.gangway.bench.rules;

import dev.gangway.bench.causes.Hypothesis;
import dev.gangway.bench.event.TlsDetail.ChainFault;
import dev.gangway.bench.event.TlsDetail.ChainFault.Kind;
import dev.gangway.bench.event.TlsDetail.Staple;
import dev.gangway.pki.Fingerprints;
import dev.gangway.pki.path.HostNames;
import dev.gangway.pki.path.Issuance;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** We do not trust the server. The judge of chains found the faults; here the one that explains most is chosen. */
final class ServerCertificateRules {
    static final List<Rule> RULES = List.of(ServerCertificateRules::judge, ServerCertificateRules::revoked);

    /**
     * The order in which faults explain each other: a wrong clock makes every chain fail, a broken chain can end at no
     * anchor, and a wrong name matters only in a certificate that is trusted otherwise.
     */
    private static final List<Kind> GRAVEST_FIRST = List.of(
            Kind.NOT_YET_VALID,
            Kind.EXPIRED,
            Kind.BAD_SIGNATURE,
            Kind.SAME_NAME_OTHER_KEY,
            Kind.ANCHOR_IS_NOT_A_CA,
            Kind.NOT_AN_AUTHORITY,
            Kind.SELF_SIGNED,
            Kind.ISSUER_MISSING,
            Kind.UNKNOWN_ROOT,
            Kind.FORBIDDEN_ALGORITHM,
            Kind.CONSTRAINT_VIOLATED,
            Kind.WRONG_USAGE,
            Kind.HOST_MISMATCH);

    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|.*:.*");

    private ServerCertificateRules() {}

    private static Optional<Hypothesis> judge(Findings findings) {
        // Whoever sent CONNECT took the chain, with or without a warning.
        if (findings.connect().isPresent() || findings.alertFromServer().isPresent()) {
            return Optional.empty();
        }
        // What is only worth a warning did not end the handshake.
        List<ChainFault> faults = findings.chainFaults().stream()
                .filter(fault -> fault.kind().isFatal())
                .toList();
        return GRAVEST_FIRST.stream()
                .flatMap(kind -> faults.stream().filter(fault -> fault.kind() == kind))
                .findFirst()
                .flatMap(fault -> explain(findings, fault));
    }

    /** The server's own OCSP response says so; a chain that is not to be trusted anyway comes first. */
    private static Optional<Hypothesis> revoked(Findings findings) {
        if (findings.connect().isPresent() || findings.alertFromServer().isPresent()) {
            return Optional.empty();
        }
        return findings.staple()
                .filter(judged -> judged.detail().staple() == Staple.REVOKED)
                .flatMap(judged -> {
                    String subject = chain(findings).stream()
                            .findFirst()
                            .map(leaf ->
                                    Names.display(leaf.getSubjectX500Principal().getName()))
                            .orElse("");
                    return findings.draft(TlsCode.SERVER_REVOKED)
                            .with("subject", subject)
                            .seen(
                                    findings.serverCertificates(),
                                    "server-chain",
                                    "count",
                                    chain(findings).size())
                            .seen(judged, "staple-revoked", "subject", subject)
                            .seen(
                                    findings.alertFromUs(),
                                    "we-refused",
                                    "alert",
                                    findings.alertFromUs().map(Alerts::show).orElse(""))
                            .report();
                });
    }

    private static Optional<Hypothesis> explain(Findings findings, ChainFault fault) {
        String subject = Names.display(fault.subject());
        String expected = Names.display(fault.expected());
        HypothesisBuilder draft = findings.draft(code(findings, fault))
                .with("subject", subject)
                .with("expected", expected)
                .seen(
                        findings.serverCertificates(),
                        "server-chain",
                        "count",
                        chain(findings).size())
                .seen(findings.chainJudged(), evidence(fault.kind()), "subject", subject, "expected", expected)
                .seen(
                        findings.alertFromUs(),
                        "we-refused",
                        "alert",
                        findings.alertFromUs().map(Alerts::show).orElse(""));
        ServerChange.of(findings).ifPresent(change -> change.evidenceIn(draft));
        chain(findings).stream()
                .skip(fault.position())
                .findFirst()
                .ifPresent(certificate -> details(draft, fault, certificate));
        return draft.report();
    }

    private static void details(HypothesisBuilder draft, ChainFault fault, X509Certificate certificate) {
        draft.with("issuer", Certs.issuer(certificate))
                .with("from", Dates.show(certificate.getNotBefore()))
                .with("until", Dates.show(certificate.getNotAfter()));
        switch (fault.kind()) {
            case SELF_SIGNED, UNKNOWN_ROOT, SAME_NAME_OTHER_KEY ->
                draft.offerIfListed(
                                fault.kind() != Kind.SAME_NAME_OTHER_KEY || Issuance.isSelfSigned(certificate),
                                "trust-authority",
                                "sha256",
                                Fingerprints.sha256(certificate))
                        .fact("fingerprint", "sha256", Fingerprints.sha256(certificate));
            case EXPIRED, NOT_YET_VALID ->
                draft.fact(
                        "valid-from-until",
                        "from",
                        Dates.show(certificate.getNotBefore()),
                        "until",
                        Dates.show(certificate.getNotAfter()));
            case HOST_MISMATCH -> {
                // One can connect to a name without a star.
                HostNames.of(certificate).stream()
                        .filter(name -> !name.contains("*"))
                        .findFirst()
                        .ifPresent(name -> draft.offer("use-host", "host", name));
            }
            default -> {
                // the fault itself says everything
            }
        }
    }

    private static TlsCode code(Findings findings, ChainFault fault) {
        if (ServerChange.of(findings)
                .filter(change -> change.explains(fault.kind()))
                .isPresent()) {
            return TlsCode.SERVER_CHANGED;
        }
        return switch (fault.kind()) {
            case SELF_SIGNED -> TlsCode.SERVER_SELF_SIGNED;
            case ISSUER_MISSING -> TlsCode.SERVER_INTERMEDIATE_MISSING;
            case UNKNOWN_ROOT -> TlsCode.SERVER_UNTRUSTED;
            case SAME_NAME_OTHER_KEY -> TlsCode.SERVER_ROOT_RENEWED;
            case ANCHOR_IS_NOT_A_CA -> TlsCode.ANCHOR_NOT_AN_AUTHORITY;
            case EXPIRED -> TlsCode.SERVER_EXPIRED;
            case NOT_YET_VALID -> TlsCode.SERVER_NOT_YET_VALID;
            case HOST_MISMATCH -> mismatch(findings);
            case WRONG_USAGE -> TlsCode.SERVER_WRONG_USAGE;
            case FORBIDDEN_ALGORITHM -> TlsCode.SERVER_WEAK;
            case BAD_SIGNATURE -> TlsCode.SERVER_CHAIN_BROKEN;
            case NOT_AN_AUTHORITY -> TlsCode.SERVER_ISSUER_NOT_AN_AUTHORITY;
            case CONSTRAINT_VIOLATED -> TlsCode.SERVER_CONSTRAINT_VIOLATED;
            case NO_ALTERNATIVE_NAME, WEAK_KEY, WEAK_SIGNATURE, ANCHOR_EXPIRED ->
                throw new IllegalArgumentException("no refusal");
        };
    }

    private static TlsCode mismatch(Findings findings) {
        if (ADDRESS.matcher(findings.plan().endpoint().host()).matches()) {
            return TlsCode.ADDRESS_MISMATCH;
        }
        return findings.plan().tls().name().sent() ? TlsCode.HOST_MISMATCH : TlsCode.HOST_MISMATCH_WITHOUT_SNI;
    }

    private static String evidence(Kind kind) {
        return switch (kind) {
            case SELF_SIGNED -> "chain-self-signed";
            case ISSUER_MISSING -> "chain-issuer-missing";
            case UNKNOWN_ROOT -> "chain-unknown-root";
            case SAME_NAME_OTHER_KEY -> "chain-same-name-other-key";
            case ANCHOR_IS_NOT_A_CA -> "chain-anchor-not-a-ca";
            case EXPIRED -> "chain-expired";
            case NOT_YET_VALID -> "chain-not-yet-valid";
            case HOST_MISMATCH -> "chain-host-mismatch";
            case WRONG_USAGE -> "chain-wrong-usage";
            case FORBIDDEN_ALGORITHM -> "chain-weak";
            case BAD_SIGNATURE -> "chain-bad-signature";
            case NOT_AN_AUTHORITY -> "chain-not-an-authority";
            case CONSTRAINT_VIOLATED -> "chain-constraint-violated";
            case NO_ALTERNATIVE_NAME, WEAK_KEY, WEAK_SIGNATURE, ANCHOR_EXPIRED ->
                throw new IllegalArgumentException("no refusal");
        };
    }

    private static List<X509Certificate> chain(Findings findings) {
        return findings.serverCertificates()
                .map(certificates -> certificates.detail().chain())
                .orElse(List.of());
    }
}
