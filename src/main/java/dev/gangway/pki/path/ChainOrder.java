package dev.gangway.pki.path;

import java.security.cert.X509Certificate;
import java.util.Comparator;
import java.util.List;

/** Puts certificates into the order in which a server wants them: leaf, its issuer, and so on. */
public final class ChainOrder {
    private ChainOrder() {}

    /**
     * The chain of the one certificate among these that has issued none of the others. Shorter than what was given
     * where something does not belong to it, or where cross-certificates lead on in several ways.
     */
    public static List<X509Certificate> order(List<X509Certificate> certificates) {
        CertificateIndex index = CertificateIndex.of(certificates);
        return from(
                certificates.stream()
                        .filter(each -> !isIssuerAmong(each, index))
                        .findFirst()
                        .orElse(certificates.getFirst()),
                index);
    }

    /**
     * The chain that starts with {@code leaf} and goes on with those of {@code others} that belong to it. Where there are
     * several, one that is complete up to a self-signed certificate, and of those the shortest; otherwise the longest.
     */
    public static List<X509Certificate> from(X509Certificate leaf, List<X509Certificate> others) {
        return from(leaf, CertificateIndex.of(others));
    }

    /** The same among certificates that many chains are searched in. */
    public static List<X509Certificate> from(X509Certificate leaf, CertificateIndex others) {
        if (others.namedAsIssuerOf(leaf).stream().allMatch(leaf::equals)) {
            return List.of(leaf);
        }
        List<List<X509Certificate>> all = PathSearch.from(leaf, others, Issuance::isSelfSigned);
        Comparator<List<X509Certificate>> byLength = Comparator.comparingInt(List::size);
        return all.stream()
                .filter(path -> Issuance.isSelfSigned(path.getLast()))
                .min(byLength)
                .orElseGet(() -> all.stream().max(byLength).orElse(List.of(leaf)));
    }

    /** Whether each was signed by the one that follows. */
    public static boolean isInOrder(List<X509Certificate> chain) {
        for (int i = 0; i + 1 < chain.size(); i++) {
            if (!Issuance.isIssuedBy(chain.get(i), chain.get(i + 1))) {
                return false;
            }
        }
        return true;
    }

    /** Whether all but one were signed by another of them, in whatever order. */
    public static boolean belongTogether(List<X509Certificate> chain) {
        return chain.stream()
                        .filter(one -> chain.stream()
                                .noneMatch(other -> !other.equals(one) && Issuance.isIssuedBy(one, other)))
                        .count()
                <= 1;
    }

    /** Whether it has issued another one of these; a second certificate for its own name and key does not count. */
    public static boolean isIssuerAmong(X509Certificate certificate, CertificateIndex others) {
        return others.namingAsIssuer(certificate).stream()
                .anyMatch(other -> !other.equals(certificate)
                        && !Issuance.isSameEntity(other, certificate)
                        && Issuance.isIssuedBy(other, certificate));
    }
}
