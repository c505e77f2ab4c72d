package dev.gangway.pki.path;

import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXReason;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Java's own builder and validator of paths (RFC 5280, section 6), at one moment. */
final class Pkix {
    /** Authorities between the certificate and the trusted one that do not issue for themselves. */
    private static final int LONGEST = 8;

    private static final String NAME_CONSTRAINTS = "2.5.29.30";

    private final Instant now;
    private final Optional<byte[]> ocsp;

    /** {@code ocsp} is a response about the path's first certificate that came along with it; none is fetched. */
    Pkix(Instant now, Optional<byte[]> ocsp) {
        this.now = now;
        this.ocsp = ocsp;
    }

    /** A good path, up to and with the anchor. */
    Optional<List<X509Certificate>> build(
            X509Certificate target, List<X509Certificate> others, List<X509Certificate> anchors) {
        if (anchors.isEmpty()) {
            return Optional.empty(); // which the parameters refuse
        }
        try {
            X509CertSelector selector = new X509CertSelector();
            selector.setCertificate(target);
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(
                    anchors.stream().map(each -> new TrustAnchor(each, null)).collect(Collectors.toSet()), selector);
            parameters.setMaxPathLength(LONGEST);
            List<X509Certificate> pool = new ArrayList<>(others);
            pool.add(target);
            parameters.addCertStore(
                    CertStore.getInstance("Collection", new CollectionCertStoreParameters(List.copyOf(pool))));
            prepare(parameters, target);
            PKIXCertPathBuilderResult built = (PKIXCertPathBuilderResult)
                    CertPathBuilder.getInstance("PKIX").build(parameters);
            List<X509Certificate> path = certificates(built.getCertPath());
            X509Certificate anchor = built.getTrustAnchor().getTrustedCert();
            return Optional.of(path.getLast().equals(anchor) ? path : with(path, anchor));
        } catch (CertPathBuilderException none) {
            return Optional.empty();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no PKIX", missing);
        }
    }

    /**
     * What the validator finds wrong with a whole path, its last being the anchor. The anchor's own limits count too, if
     * it is self-signed, as in OpenSSL; Java alone would not look at them.
     */
    Optional<PathFault> fault(List<X509Certificate> path) {
        X509Certificate anchor = path.getLast();
        List<X509Certificate> below = path.subList(0, path.size() - 1);
        if (below.isEmpty()) {
            return Optional.empty();
        }
        Optional<PathFault> wrong = validate(below, new TrustAnchor(anchor, null), true);
        return wrong.isPresent() ? wrong : limits(path);
    }

    /** What the anchor's own path length and name constraints forbid. */
    Optional<PathFault> limits(List<X509Certificate> path) {
        X509Certificate anchor = path.getLast();
        boolean limited = anchor.getExtensionValue(NAME_CONSTRAINTS) != null
                || anchor.getBasicConstraints() < Integer.MAX_VALUE && anchor.getVersion() >= 3;
        if (!limited || path.size() == 1 || !Issuance.isSelfSigned(anchor)) {
            return Optional.empty();
        }
        return validate(path, new TrustAnchor(anchor.getSubjectX500Principal(), anchor.getPublicKey(), null), false)
                // how a root signed itself matters to nobody
                .filter(fault -> !fault.certificate().equals(anchor));
    }

    private Optional<PathFault> validate(List<X509Certificate> certificates, TrustAnchor anchor, boolean status) {
        try {
            PKIXParameters parameters = new PKIXParameters(Set.of(anchor));
            if (status) {
                prepare(parameters, certificates.getFirst());
            } else {
                parameters.setRevocationEnabled(false);
                parameters.setDate(Date.from(now));
            }
            CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(certificates), parameters);
            return Optional.empty();
        } catch (CertPathValidatorException wrong) {
            X509Certificate where = certificates.get(Math.clamp(wrong.getIndex(), 0, certificates.size() - 1));
            return Optional.of(new PathFault(kind(wrong), where, Optional.empty()));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no PKIX", missing);
        }
    }

    private void prepare(PKIXParameters parameters, X509Certificate target) throws GeneralSecurityException {
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(now));
        if (ocsp.isPresent()) {
            PKIXRevocationChecker checker = (PKIXRevocationChecker)
                    CertPathValidator.getInstance("PKIX").getRevocationChecker();
            checker.setOcspResponses(Map.of(target, ocsp.get()));
            checker.setOptions(EnumSet.of(
                    PKIXRevocationChecker.Option.ONLY_END_ENTITY,
                    PKIXRevocationChecker.Option.NO_FALLBACK,
                    PKIXRevocationChecker.Option.SOFT_FAIL));
            parameters.addCertPathChecker(checker);
        }
    }

    private static PathFault.Kind kind(CertPathValidatorException wrong) {
        return switch (wrong.getReason()) {
            case BasicReason.EXPIRED -> PathFault.Kind.EXPIRED;
            case BasicReason.NOT_YET_VALID -> PathFault.Kind.NOT_YET_VALID;
            case BasicReason.REVOKED -> PathFault.Kind.REVOKED;
            case BasicReason.INVALID_SIGNATURE -> PathFault.Kind.BAD_SIGNATURE;
            case BasicReason.ALGORITHM_CONSTRAINED -> PathFault.Kind.FORBIDDEN_ALGORITHM;
            case PKIXReason.NOT_CA_CERT, PKIXReason.INVALID_KEY_USAGE -> PathFault.Kind.NOT_AN_AUTHORITY;
            case PKIXReason.PATH_TOO_LONG -> PathFault.Kind.PATH_TOO_LONG;
            case PKIXReason.INVALID_NAME -> PathFault.Kind.NAME_NOT_PERMITTED;
            default -> PathFault.Kind.OTHER_CONSTRAINT;
        };
    }

    private static List<X509Certificate> certificates(CertPath path) {
        return path.getCertificates().stream().map(X509Certificate.class::cast).toList();
    }

    private static List<X509Certificate> with(List<X509Certificate> path, X509Certificate anchor) {
        List<X509Certificate> whole = new ArrayList<>(path);
        whole.add(anchor);
        return List.copyOf(whole);
    }
}
