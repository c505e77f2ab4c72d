package dev.gangway.bench.rules;

import dev.gangway.bench.causes.Exclusion;
import dev.gangway.diagnosis.Evidence;
import java.util.ArrayList;
import java.util.List;

/** Causes that this run, or an experiment after it, excludes, and by what. */
final class Excluded {
    private final Findings findings;
    private final List<Exclusion> exclusions = new ArrayList<>();

    private Excluded(Findings findings) {
        this.findings = findings;
    }

    static List<Exclusion> in(Findings findings) {
        Excluded excluded = new Excluded(findings);
        excluded.byAcceptedCertificate();
        return excluded.exclusions;
    }

    /** A certificate that was accepted during TLS is the cause of nothing that TLS could have refused. */
    private void byAcceptedCertificate() {
        CertificateAcceptance.in(findings).ifPresent(shown -> {
            for (CertCode code : List.of(
                    CertCode.REFUSED_SILENTLY,
                    CertCode.ISSUER_UNKNOWN,
                    CertCode.INTERMEDIATE_MISSING,
                    CertCode.KEY_MISMATCH,
                    CertCode.EXPIRED,
                    CertCode.REVOKED)) {
                exclude(code, shown, "certificate-was-accepted");
            }
        });
    }

    private void exclude(BenchCode code, MatchedEvent<?> by, String key, Object... pairs) {
        exclusions.add(new Exclusion(code.id(), Evidence.seen(by.index(), HypothesisBuilder.PREFIX + key, pairs)));
    }
}
