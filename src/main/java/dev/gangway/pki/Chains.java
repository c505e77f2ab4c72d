package dev.gangway.pki;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts certificates into the order in which a server wants them: leaf, its issuer, and so on. */
public final class Chains {
    private Chains() {}

    /** Whether {@code certificate} was signed by {@code issuer}: name and signature. */
    public static boolean isIssuedBy(X509Certificate certificate, X509Certificate issuer) {
        if (!certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
            return false;
        }
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException otherKey) {
            return false;
        }
    }

    /** Whether it was signed by its own key. */
    public static boolean isSelfSigned(X509Certificate certificate) {
        return isIssuedBy(certificate, certificate);
    }

    /**
     * The chain of the one certificate among these that has issued none of the others. Shorter than what was given
     * where something does not belong to it.
     */
    public static List<X509Certificate> order(List<X509Certificate> certificates) {
        X509Certificate leaf = certificates.stream()
                .filter(each -> certificates.stream().noneMatch(other -> other != each && isIssuedBy(other, each)))
                .findFirst()
                .orElse(certificates.getFirst());
        return from(leaf, certificates);
    }

    /** The chain that starts with {@code leaf} and goes on with those of {@code others} that belong to it. */
    public static List<X509Certificate> from(X509Certificate leaf, List<X509Certificate> others) {
        List<X509Certificate> chain = new ArrayList<>(List.of(leaf));
        Optional<X509Certificate> next = issuer(leaf, others, chain);
        while (next.isPresent()) {
            chain.add(next.get());
            next = issuer(next.get(), others, chain);
        }
        return List.copyOf(chain);
    }

    private static Optional<X509Certificate> issuer(
            X509Certificate of, List<X509Certificate> among, List<X509Certificate> used) {
        return among.stream()
                .filter(each -> !used.contains(each) && isIssuedBy(of, each))
                .findFirst();
    }
}
