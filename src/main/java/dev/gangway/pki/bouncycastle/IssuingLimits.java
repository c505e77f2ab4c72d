package dev.gangway.pki.bouncycastle;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.pki.CertificateSpec;
import dev.gangway.pki.PkiCode;
import java.security.cert.X509Certificate;
import java.util.Optional;

/** What an authority's own certificate allows it to sign (RFC 5280, section 4.2.1.9). */
final class IssuingLimits {
    private static final int KEY_CERT_SIGN = 5;

    private IssuingLimits() {}

    /** Why not; empty where it may. */
    static Optional<Diagnosis> mayIssue(X509Certificate authority, CertificateSpec spec) {
        // -1: no authority; Integer.MAX_VALUE: no limit.
        int pathLength = authority.getBasicConstraints();
        boolean[] usage = authority.getKeyUsage();
        String name = authority.getSubjectX500Principal().getName();
        if (pathLength < 0 || usage != null && !usage[KEY_CERT_SIGN]) {
            return Optional.of(Diagnosis.of(PkiCode.AUTHORITY_NOT_CA)
                    .with("authority", name)
                    .remedy("pki.choose-authority")
                    .build());
        }
        boolean tooDeep = pathLength == 0 || spec.limits().pathLength().orElse(0) > pathLength - 1;
        if (spec.purpose().isAuthority() && tooDeep) {
            return Optional.of(Diagnosis.of(PkiCode.AUTHORITY_PATH_LENGTH)
                    .with("authority", name)
                    .remedy("pki.choose-higher-authority")
                    .build());
        }
        return Optional.empty();
    }
}
