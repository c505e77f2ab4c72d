package dev.gangway.pki.path;

import dev.gangway.pki.path.PathFault.Kind;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says why no path was found: of all ways the one that comes nearest to a trusted authority, and what is wrong there. */
final class PathExplanation {
    private static final String SUBJECT_KEY = "2.5.29.14";
    private static final String AUTHORITY_KEY = "2.5.29.35";

    private PathExplanation() {}

    static PathVerdict.Refused of(List<X509Certificate> chain, List<X509Certificate> anchors, Instant now, Pkix pkix) {
        X509Certificate target = chain.getFirst();
        List<X509Certificate> issuers =
                Stream.concat(anchors.stream(), chain.stream().skip(1)).toList();
        List<List<X509Certificate>> paths = PathSearch.from(target, CertificateIndex.of(issuers), anchors::contains);
        return paths.stream()
                .filter(path -> anchors.contains(path.getLast()))
                .map(path -> new PathVerdict.Refused(path, onTheWay(path, now, pkix)))
                .min(Comparator.comparingInt(refused -> refused.faults().size()))
                .orElseGet(() -> {
                    List<X509Certificate> longest = paths.stream()
                            .max(Comparator.comparingInt(List::size))
                            .orElse(List.of(target));
                    List<PathFault> faults = new ArrayList<>(dates(longest, now));
                    faults.add(deadEnd(longest, chain, anchors));
                    return new PathVerdict.Refused(longest, faults);
                });
    }

    /** What is wrong with the dates. */
    static List<PathFault> dates(List<X509Certificate> path, Instant now) {
        return path.stream()
                .filter(each -> !Issuance.isValid(each, now))
                .map(each -> fault(Issuance.isExpired(each, now) ? Kind.EXPIRED : Kind.NOT_YET_VALID, each))
                .toList();
    }

    private static List<PathFault> onTheWay(List<X509Certificate> path, Instant now, Pkix pkix) {
        X509Certificate anchor = path.getLast();
        List<PathFault> faults = new ArrayList<>();
        dates(path, now).stream()
                .map(fault ->
                        fault.kind() == Kind.EXPIRED && fault.certificate().equals(anchor)
                                ? fault(Kind.ANCHOR_EXPIRED, anchor)
                                : fault)
                .forEach(faults::add);
        for (int i = 1; i < path.size(); i++) {
            X509Certificate issuer = path.get(i);
            if (!Issuance.isAuthority(issuer)) {
                Kind kind = issuer.equals(anchor) ? Kind.ANCHOR_IS_NOT_AN_AUTHORITY : Kind.NOT_AN_AUTHORITY;
                faults.add(new PathFault(kind, issuer, Optional.of(path.get(i - 1))));
            }
        }
        if (faults.stream().allMatch(fault -> fault.kind() == Kind.ANCHOR_EXPIRED)) {
            pkix.fault(path).ifPresent(faults::add);
        }
        return faults.isEmpty() ? List.of(fault(Kind.OTHER_CONSTRAINT, path.getFirst())) : faults;
    }

    private static PathFault deadEnd(
            List<X509Certificate> path, List<X509Certificate> chain, List<X509Certificate> anchors) {
        X509Certificate last = path.getLast();
        boolean selfSigned = Issuance.isSelfSigned(last);
        List<X509Certificate> trusted = namesakes(anchors, last);
        List<X509Certificate> sent = namesakes(chain, last);
        if (!selfSigned) {
            Optional<X509Certificate> meant = Stream.concat(trusted.stream(), sent.stream())
                    .filter(each -> isMeant(last, each))
                    .findFirst();
            if (meant.isPresent()) {
                return new PathFault(Kind.BAD_SIGNATURE, last, meant);
            }
        }
        if (!trusted.isEmpty()) {
            return new PathFault(Kind.SAME_NAME_OTHER_KEY, last, Optional.of(trusted.getFirst()));
        }
        if (!selfSigned && !sent.isEmpty()) {
            return new PathFault(Kind.BAD_SIGNATURE, last, Optional.of(sent.getFirst()));
        }
        if (!anchors.isEmpty() && anchors.stream().noneMatch(Issuance::isAuthority)) {
            return new PathFault(Kind.ANCHOR_IS_NOT_AN_AUTHORITY, anchors.getFirst(), Optional.of(last));
        }
        if (path.size() > 1) {
            return fault(Kind.UNKNOWN_ROOT, last);
        }
        return fault(selfSigned ? Kind.SELF_SIGNED : Kind.ISSUER_MISSING, last);
    }

    /** Those that have the name of its issuer. */
    private static List<X509Certificate> namesakes(List<X509Certificate> all, X509Certificate certificate) {
        return all.stream()
                .filter(each -> !each.equals(certificate)
                        && each.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()))
                .toList();
    }

    /** Whether the certificate names this issuer's key (RFC 5280, section 4.2.1.1), so that only the signature is wrong. */
    private static boolean isMeant(X509Certificate certificate, X509Certificate issuer) {
        byte[] authority = certificate.getExtensionValue(AUTHORITY_KEY);
        byte[] subject = issuer.getExtensionValue(SUBJECT_KEY);
        // Octet string in octet string; in the other one, the identifier is the first field of a sequence: [0].
        if (authority == null || subject == null || subject.length < 5 || authority.length < 7) {
            return false;
        }
        byte[] key = Arrays.copyOfRange(subject, 4, subject.length);
        int from = 6;
        return authority[4] == (byte) 0x80
                && authority[5] == key.length
                && authority.length >= from + key.length
                && Arrays.equals(authority, from, from + key.length, key, 0, key.length);
    }

    private static PathFault fault(Kind kind, X509Certificate certificate) {
        return new PathFault(kind, certificate, Optional.empty());
    }
}
