package dev.gangway.pki.path;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * All ways from a certificate to its issuers, by names and signatures, whatever dates and constraints say. No name comes
 * twice with one key (RFC 4158, section 2.4.2), and the work is bounded, because anybody may send certificates.
 */
final class PathSearch {
    /** Longer than any path in use; the JDK takes ten certificates from a server. */
    private static final int LONGEST = 12;

    private static final int MOST_PATHS = 64;
    private static final int MOST_VERIFIED = 2_000;

    private final CertificateIndex issuers;
    private final Predicate<X509Certificate> end;
    private final List<List<X509Certificate>> found = new ArrayList<>();
    private int verified;

    private PathSearch(CertificateIndex issuers, Predicate<X509Certificate> end) {
        this.issuers = issuers;
        this.end = end;
    }

    /**
     * Every path that begins with {@code target}: up to where {@code end} says so, or to where no issuer is there.
     *
     * @param issuers those that may follow; the first ones are tried first
     */
    static List<List<X509Certificate>> from(
            X509Certificate target, CertificateIndex issuers, Predicate<X509Certificate> end) {
        PathSearch search = new PathSearch(issuers, end);
        search.extend(List.of(target));
        return search.found;
    }

    private void extend(List<X509Certificate> path) {
        X509Certificate last = path.getLast();
        boolean dead = true;
        if (!end.test(last) && path.size() < LONGEST) {
            for (X509Certificate issuer : issuers.namedAsIssuerOf(last)) {
                if (found.size() < MOST_PATHS && isNext(issuer, path)) {
                    dead = false;
                    List<X509Certificate> longer = new ArrayList<>(path);
                    longer.add(issuer);
                    extend(longer);
                }
            }
        }
        if (dead) {
            found.add(List.copyOf(path));
        }
    }

    private boolean isNext(X509Certificate issuer, List<X509Certificate> path) {
        X509Certificate last = path.getLast();
        return path.stream().noneMatch(each -> Issuance.isSameEntity(each, issuer))
                && verified++ < MOST_VERIFIED
                && Issuance.isIssuedBy(last, issuer);
    }
}
