package dev.gangway.bench.tls;

import dev.gangway.bench.event.TlsDetail.ChainFault;
import dev.gangway.bench.event.TlsDetail.ChainFault.Kind;
import dev.gangway.pki.path.HostNames;
import dev.gangway.pki.path.Issuance;
import dev.gangway.pki.path.KeyStrength;
import dev.gangway.pki.path.PathFault;
import dev.gangway.pki.path.PathValidator;
import dev.gangway.pki.path.PathVerdict;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** All that is wrong with a server's chain: its path, and what TLS asks of the server's own certificate. */
final class ServerFaults {
    private static final List<String> SERVER_PURPOSES = List.of("1.3.6.1.5.5.7.3.1", "2.5.29.37.0");
    private static final int DIGITAL_SIGNATURE = 0;

    private ServerFaults() {}

    /**
     * All faults, the gravest first.
     *
     * @param chain as sent, leaf first; at least one
     * @param anchors authorities that are trusted
     * @param host name or address that was connected to
     * @param now for the dates
     */
    static List<ChainFault> of(List<X509Certificate> chain, List<X509Certificate> anchors, String host, Instant now) {
        X509Certificate leaf = chain.getFirst();
        List<ChainFault> faults = new ArrayList<>();
        List<X509Certificate> path = switch (PathValidator.judge(chain, anchors, now)) {
            case PathVerdict.Valid(List<X509Certificate> good) -> good;
            case PathVerdict.Refused(List<X509Certificate> bad, List<PathFault> wrong) -> {
                wrong.forEach(fault -> faults.add(fault(fault, chain)));
                yield bad;
            }
        };
        path.stream().filter(chain::contains).forEach(each -> strength(each, chain, faults));
        usage(leaf, faults);
        switch (HostNames.match(leaf, host)) {
            case YES -> {
                // as it should be
            }
            case COMMON_NAME_ONLY -> faults.add(fault(Kind.NO_ALTERNATIVE_NAME, 0, leaf, host));
            case NO -> faults.add(fault(Kind.HOST_MISMATCH, 0, leaf, HostNames.show(leaf)));
        }
        faults.sort((one, other) ->
                Boolean.compare(other.kind().isFatal(), one.kind().isFatal()));
        return List.copyOf(faults);
    }

    private static ChainFault fault(PathFault fault, List<X509Certificate> chain) {
        X509Certificate certificate = fault.certificate();
        int sent = chain.indexOf(certificate);
        String issuer = certificate.getIssuerX500Principal().getName();
        String expected = switch (fault.kind()) {
            case EXPIRED, ANCHOR_EXPIRED ->
                certificate.getNotAfter().toInstant().toString();
            case NOT_YET_VALID -> certificate.getNotBefore().toInstant().toString();
            case NOT_AN_AUTHORITY -> "";
            case FORBIDDEN_ALGORITHM -> certificate.getSigAlgName();
            default -> issuer;
        };
        // An authority that was not sent stands after those that were.
        return fault(kind(fault.kind()), sent < 0 ? chain.size() : sent, certificate, expected);
    }

    private static Kind kind(PathFault.Kind kind) {
        return switch (kind) {
            case SELF_SIGNED -> Kind.SELF_SIGNED;
            case ISSUER_MISSING -> Kind.ISSUER_MISSING;
            case UNKNOWN_ROOT -> Kind.UNKNOWN_ROOT;
            case SAME_NAME_OTHER_KEY -> Kind.SAME_NAME_OTHER_KEY;
            case ANCHOR_IS_NOT_AN_AUTHORITY -> Kind.ANCHOR_IS_NOT_A_CA;
            case ANCHOR_EXPIRED -> Kind.ANCHOR_EXPIRED;
            case EXPIRED -> Kind.EXPIRED;
            case NOT_YET_VALID -> Kind.NOT_YET_VALID;
            case BAD_SIGNATURE -> Kind.BAD_SIGNATURE;
            case NOT_AN_AUTHORITY -> Kind.NOT_AN_AUTHORITY;
            case FORBIDDEN_ALGORITHM -> Kind.FORBIDDEN_ALGORITHM;
            case PATH_TOO_LONG, NAME_NOT_PERMITTED, OTHER_CONSTRAINT, REVOKED -> Kind.CONSTRAINT_VIOLATED;
        };
    }

    /** A server signs the handshake in TLS 1.3, and in all suites of TLS 1.2 that are offered by default. */
    private static void usage(X509Certificate leaf, List<ChainFault> faults) {
        boolean[] usage = leaf.getKeyUsage();
        try {
            List<String> purposes = leaf.getExtendedKeyUsage();
            if (purposes != null && purposes.stream().noneMatch(SERVER_PURPOSES::contains)) {
                faults.add(fault(Kind.WRONG_USAGE, 0, leaf, "serverAuth"));
            } else if (usage != null && !usage[DIGITAL_SIGNATURE]) {
                faults.add(fault(Kind.WRONG_USAGE, 0, leaf, "digitalSignature"));
            }
        } catch (CertificateParsingException e) {
            faults.add(fault(Kind.CONSTRAINT_VIOLATED, 0, leaf, "serverAuth"));
        }
    }

    private static void strength(X509Certificate certificate, List<X509Certificate> chain, List<ChainFault> faults) {
        int position = chain.indexOf(certificate);
        KeyStrength.tooShort(certificate.getPublicKey())
                .ifPresent(bits -> faults.add(fault(Kind.WEAK_KEY, position, certificate, bits + "")));
        // how a root signed itself matters to nobody
        if (KeyStrength.isSignedWeakly(certificate) && !Issuance.isSelfSigned(certificate)) {
            faults.add(fault(Kind.WEAK_SIGNATURE, position, certificate, certificate.getSigAlgName()));
        }
    }

    private static ChainFault fault(Kind kind, int position, X509Certificate certificate, String expected) {
        return new ChainFault(
                kind, position, certificate.getSubjectX500Principal().getName(), expected);
    }
}
