package dev.gangway.bench.tls;

import dev.gangway.bench.event.TlsDetail.ChainFault;
import dev.gangway.bench.event.TlsDetail.ChainFault.Kind;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks the JDK's PKIX validator (RFC 5280, section 6), which also knows constraints and forbidden algorithms. */
final class LastWord {
    private LastWord() {}

    /** What it finds wrong with a path that looks good; {@code anchor} may be the last of the path itself. */
    static Optional<ChainFault> ask(List<X509Certificate> path, X509Certificate anchor, Instant now) {
        List<X509Certificate> below =
                path.stream().filter(certificate -> !certificate.equals(anchor)).toList();
        if (below.isEmpty()) {
            return Optional.empty();
        }
        try {
            PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(anchor, null)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(now));
            CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(below), parameters);
            return Optional.empty();
        } catch (CertPathValidatorException e) {
            int position = Math.max(0, e.getIndex());
            Kind kind = e.getReason() == BasicReason.ALGORITHM_CONSTRAINED
                    ? Kind.FORBIDDEN_ALGORITHM
                    : Kind.CONSTRAINT_VIOLATED;
            return Optional.of(ChainJudge.fault(
                    kind, position, below.get(position), below.get(position).getSigAlgName()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
