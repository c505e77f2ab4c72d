package dev.gangway.pki.path;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges whether a certificate leads to a trusted authority. Java's builder and validator decide (RFC 5280, section 6);
 * only where they find no path is it told why not. Beyond Java, an authority that is trusted has to be one, has to be
 * valid today, and its own path length and name constraints count, as OpenSSL has it. Pure calculation, nothing is
 * fetched; safe for use by several threads.
 */
public final class PathValidator {
    /** Of so many certificates Java's builder tries every way; more are looked through first. */
    private static final int FEW = 10;

    /** Good paths that are remembered, the newest; a program talks to a few servers, over and over. */
    private static final int MOST = 64;

    private static final Map<Question, List<X509Certificate>> GOOD = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, List<X509Certificate>> eldest) {
            return size() > MOST;
        }
    };

    private record Question(List<X509Certificate> chain, List<X509Certificate> anchors) {}

    private PathValidator() {}

    /**
     * Judges it without a stapled status.
     *
     * @param chain the certificate asked about first, the others in any order; at least one
     * @param anchors what is trusted: authorities, or the certificate itself
     */
    public static PathVerdict judge(List<X509Certificate> chain, List<X509Certificate> anchors, Instant now) {
        Question question = new Question(List.copyOf(chain), List.copyOf(anchors));
        synchronized (GOOD) {
            List<X509Certificate> path = GOOD.get(question);
            // without a status only the dates of its certificates change what a good path is worth
            if (path != null && path.stream().allMatch(each -> Issuance.isValid(each, now))) {
                return new PathVerdict.Valid(path);
            }
        }
        PathVerdict found = judge(chain, anchors, now, Optional.empty());
        if (found instanceof PathVerdict.Valid(List<X509Certificate> path)) {
            synchronized (GOOD) {
                GOOD.put(question, path);
            }
        }
        return found;
    }

    /**
     * Judges it.
     *
     * @param chain the certificate asked about first, the others in any order; at least one
     * @param anchors what is trusted: authorities, or the certificate itself
     * @param ocsp a response (RFC 6960) about the first that came along; only "revoked" refuses, as in other clients
     */
    public static PathVerdict judge(
            List<X509Certificate> chain, List<X509Certificate> anchors, Instant now, Optional<byte[]> ocsp) {
        X509Certificate target = chain.getFirst();
        Pkix pkix = new Pkix(now, Optional.empty());
        if (anchors.contains(target)) {
            List<PathFault> dates = PathExplanation.dates(List.of(target), now);
            return dates.isEmpty()
                    ? new PathVerdict.Valid(List.of(target))
                    : new PathVerdict.Refused(List.of(target), dates);
        }
        List<X509Certificate> usable = new ArrayList<>(anchors.stream()
                .filter(each -> Issuance.isValid(each, now) && Issuance.isAuthority(each))
                .toList());
        List<X509Certificate> pool = chain.size() <= FEW ? chain : related(target, chain, usable);
        Optional<List<X509Certificate>> built = pkix.build(target, pool, usable);
        while (built.isPresent()) {
            List<X509Certificate> path = built.get();
            if (pkix.limits(path).isEmpty()) {
                if (ocsp.isEmpty()) {
                    return new PathVerdict.Valid(path);
                }
                // A response that is damaged, late or by somebody else proves nothing.
                return new Pkix(now, ocsp)
                        .fault(path)
                        .filter(fault -> fault.kind() == PathFault.Kind.REVOKED)
                        .<PathVerdict>map(fault -> new PathVerdict.Refused(path, List.of(fault)))
                        .orElseGet(() -> new PathVerdict.Valid(path));
            }
            usable.remove(path.getLast());
            built = pkix.build(target, pool, usable);
        }
        return PathExplanation.of(chain, anchors, now, pkix);
    }

    /** Those that are on some way to an anchor, the first ways only. */
    private static List<X509Certificate> related(
            X509Certificate target, List<X509Certificate> chain, List<X509Certificate> anchors) {
        List<X509Certificate> all = new ArrayList<>(anchors);
        all.addAll(chain);
        return PathSearch.from(target, CertificateIndex.of(all), anchors::contains).stream()
                .filter(path -> anchors.contains(path.getLast()))
                .flatMap(List::stream)
                .filter(each -> !anchors.contains(each))
                .distinct()
                .limit(FEW)
                .toList();
    }
}
