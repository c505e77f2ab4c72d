package dev.gangway.bench.tls;

import dev.gangway.bench.event.TlsDetail.ChainFault;
import dev.gangway.bench.event.TlsDetail.ChainFault.Kind;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;

/**
 * Judges a server's chain, and tells apart what the JDK sums up as "unable to find valid certification path". What it
 * finds nothing wrong with goes to the JDK's own validator for the last word. Safe for use by several threads.
 */
public final class ChainJudge {
    private static final List<String> SERVER_PURPOSES = List.of("1.3.6.1.5.5.7.3.1", "2.5.29.37.0");
    private static final int KEY_CERT_SIGN = 5;

    private ChainJudge() {}

    /**
     * All faults, the gravest first.
     *
     * @param chain as sent, leaf first; at least one
     * @param anchors authorities that are trusted
     * @param host name or address that was connected to
     * @param now for the dates
     */
    public static List<ChainFault> judge(
            List<X509Certificate> chain, List<X509Certificate> anchors, String host, Instant now) {
        List<ChainFault> faults = new ArrayList<>();
        X509Certificate leaf = chain.getFirst();
        List<X509Certificate> path = new ArrayList<>(List.of(leaf));
        Optional<X509Certificate> anchor = findPath(chain, anchors, path, faults);
        for (X509Certificate certificate : path) {
            checkDates(certificate, chain.indexOf(certificate), now, faults);
            checkStrength(certificate, chain.indexOf(certificate), faults);
        }
        path.stream()
                .skip(1)
                .filter(certificate -> !isAuthority(certificate))
                .forEach(certificate ->
                        faults.add(fault(Kind.NOT_AN_AUTHORITY, chain.indexOf(certificate), certificate, "")));
        checkUsage(leaf, faults);
        HostNames.check(leaf, host).ifPresent(faults::add);
        if (anchor.isPresent()
                && faults.stream().noneMatch(fault -> fault.kind().isFatal())) {
            LastWord.ask(path, anchor.get(), now).ifPresent(faults::add);
        }
        faults.sort((one, other) ->
                Boolean.compare(other.kind().isFatal(), one.kind().isFatal()));
        return List.copyOf(faults);
    }

    /** Walks from the leaf to an anchor, by names and signatures; the certificates on the way go into {@code path}. */
    private static Optional<X509Certificate> findPath(
            List<X509Certificate> chain,
            List<X509Certificate> anchors,
            List<X509Certificate> path,
            List<ChainFault> faults) {
        while (true) {
            X509Certificate last = path.getLast();
            if (anchors.contains(last)) {
                return Optional.of(last);
            }
            Optional<X509Certificate> anchor = issuerAmong(anchors, last);
            if (anchor.isPresent()) {
                if (!isAuthority(anchor.get())) {
                    faults.add(fault(Kind.ANCHOR_IS_NOT_A_CA, path.size() - 1, anchor.get(), ""));
                    return Optional.empty();
                }
                return anchor;
            }
            Optional<X509Certificate> next = issuerAmong(chain, last).filter(issuer -> !path.contains(issuer));
            if (next.isEmpty()) {
                faults.add(deadEnd(chain, anchors, path));
                return Optional.empty();
            }
            path.add(next.get());
        }
    }

    private static ChainFault deadEnd(
            List<X509Certificate> chain, List<X509Certificate> anchors, List<X509Certificate> path) {
        X509Certificate last = path.getLast();
        int position = chain.indexOf(last);
        String issuer = last.getIssuerX500Principal().getName();
        boolean selfSigned = isSelfSigned(last);
        boolean sameName = !selfSigned && (hasName(anchors, last) || hasName(chain, last))
                || selfSigned && anchors.stream().anyMatch(anchor -> sameSubject(anchor, last));
        if (sameName) {
            // an authority of that name is there, but with another key
            return fault(Kind.BAD_SIGNATURE, position, last, issuer);
        }
        if (!anchors.isEmpty() && anchors.stream().noneMatch(ChainJudge::isAuthority)) {
            return fault(Kind.ANCHOR_IS_NOT_A_CA, position, anchors.getFirst(), issuer);
        }
        if (selfSigned) {
            return fault(path.size() == 1 ? Kind.SELF_SIGNED : Kind.UNKNOWN_ROOT, position, last, issuer);
        }
        return fault(path.size() == 1 ? Kind.ISSUER_MISSING : Kind.UNKNOWN_ROOT, position, last, issuer);
    }

    private static Optional<X509Certificate> issuerAmong(
            List<X509Certificate> candidates, X509Certificate certificate) {
        return candidates.stream()
                .filter(candidate -> candidate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()))
                .filter(candidate -> isSignedBy(certificate, candidate.getPublicKey()))
                .findFirst();
    }

    private static boolean hasName(List<X509Certificate> candidates, X509Certificate certificate) {
        X500Principal issuer = certificate.getIssuerX500Principal();
        return candidates.stream()
                .anyMatch(candidate -> candidate.getSubjectX500Principal().equals(issuer));
    }

    private static boolean sameSubject(X509Certificate one, X509Certificate other) {
        return one.getSubjectX500Principal().equals(other.getSubjectX500Principal());
    }

    static boolean isSelfSigned(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())
                && isSignedBy(certificate, certificate.getPublicKey());
    }

    static boolean isSignedBy(X509Certificate certificate, PublicKey key) {
        try {
            certificate.verify(key);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** A version 1 certificate that signed itself counts, as it does everywhere else. */
    static boolean isAuthority(X509Certificate certificate) {
        if (certificate.getVersion() < 3) {
            return isSelfSigned(certificate);
        }
        boolean[] usage = certificate.getKeyUsage();
        return certificate.getBasicConstraints() >= 0 && (usage == null || usage[KEY_CERT_SIGN]);
    }

    private static void checkDates(X509Certificate certificate, int position, Instant now, List<ChainFault> faults) {
        Date date = Date.from(now);
        if (date.after(certificate.getNotAfter())) {
            String end = certificate.getNotAfter().toInstant().toString();
            faults.add(fault(Kind.EXPIRED, position, certificate, end));
        } else if (date.before(certificate.getNotBefore())) {
            String start = certificate.getNotBefore().toInstant().toString();
            faults.add(fault(Kind.NOT_YET_VALID, position, certificate, start));
        }
    }

    private static void checkUsage(X509Certificate leaf, List<ChainFault> faults) {
        try {
            List<String> purposes = leaf.getExtendedKeyUsage();
            if (purposes != null && purposes.stream().noneMatch(SERVER_PURPOSES::contains)) {
                faults.add(fault(Kind.WRONG_USAGE, 0, leaf, "serverAuth"));
            }
        } catch (CertificateParsingException e) {
            faults.add(fault(Kind.CONSTRAINT_VIOLATED, 0, leaf, "serverAuth"));
        }
    }

    private static void checkStrength(X509Certificate certificate, int position, List<ChainFault> faults) {
        int bits = switch (certificate.getPublicKey()) {
            case RSAKey rsa ->
                rsa.getModulus().bitLength() < 2048 ? rsa.getModulus().bitLength() : 0;
            case ECKey ec -> {
                int size = ec.getParams().getCurve().getField().getFieldSize();
                yield size < 224 ? size : 0;
            }
            default -> 0;
        };
        if (bits > 0) {
            faults.add(fault(Kind.WEAK_KEY, position, certificate, bits + ""));
        }
        String algorithm = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
        boolean weak = algorithm.startsWith("MD") || algorithm.startsWith("SHA1");
        if (weak && !isSelfSigned(certificate)) {
            faults.add(fault(Kind.WEAK_SIGNATURE, position, certificate, certificate.getSigAlgName()));
        }
    }

    static ChainFault fault(Kind kind, int position, X509Certificate certificate, String expected) {
        return new ChainFault(
                kind, position, certificate.getSubjectX500Principal().getName(), expected);
    }
}
