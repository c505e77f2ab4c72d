package dev.gangway.bench.rules;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What the rules ask of certificates. */
final class Certs {
    private static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
    private static final String ANY_USAGE = "2.5.29.37.0";

    private Certs() {}

    /** The common name where there is one, otherwise the whole subject: for people. */
    static String name(X509Certificate certificate) {
        return Names.display(certificate.getSubjectX500Principal().getName());
    }

    /** The issuer's common name where there is one, otherwise its whole name: for people. */
    static String issuer(X509Certificate certificate) {
        return Names.display(certificate.getIssuerX500Principal().getName());
    }

    /** Whether subject and issuer are the same. */
    static boolean isSelfSigned(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }

    /** Whether it may sign other certificates (RFC 5280, section 4.2.1.9). */
    static boolean isAuthority(X509Certificate certificate) {
        return certificate.getBasicConstraints() >= 0;
    }

    /** Whether one was signed with the key of the other. */
    static boolean isSignedBy(X509Certificate certificate, X509Certificate issuer) {
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Whether each was signed by the next one. */
    static boolean isInOrder(List<X509Certificate> chain) {
        for (int i = 0; i + 1 < chain.size(); i++) {
            if (!isSignedBy(chain.get(i), chain.get(i + 1))) {
                return false;
            }
        }
        return true;
    }

    /** Whether all of them belong together, in whatever order: all but one were signed by another of them. */
    static boolean belongTogether(List<X509Certificate> chain) {
        long orphans = chain.stream()
                .filter(one -> chain.stream().noneMatch(other -> other != one && isSignedBy(one, other)))
                .count();
        return orphans <= 1;
    }

    static boolean isExpired(X509Certificate certificate, Instant now) {
        return now.isAfter(certificate.getNotAfter().toInstant());
    }

    static boolean isNotYetValid(X509Certificate certificate, Instant now) {
        return now.isBefore(certificate.getNotBefore().toInstant());
    }

    /** Whether extended key usage and key usage, where present, allow signing in as a client. */
    static boolean allowsClient(X509Certificate certificate) {
        try {
            List<String> extended = certificate.getExtendedKeyUsage();
            boolean[] usage = certificate.getKeyUsage();
            return (extended == null || extended.contains(CLIENT_AUTH) || extended.contains(ANY_USAGE))
                    && (usage == null || usage[0]);
        } catch (GeneralSecurityException e) {
            return false; // the extension cannot be read, so no server will read it either
        }
    }

    /** Whether common servers refuse the key's size or the signature's hash. */
    static boolean isWeak(X509Certificate certificate) {
        String signature = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
        boolean weakKey = switch (certificate.getPublicKey()) {
            case RSAPublicKey rsa -> rsa.getModulus().bitLength() < 2048;
            case ECPublicKey ec -> ec.getParams().getOrder().bitLength() < 224;
            default -> false;
        };
        return weakKey || signature.startsWith("MD") || signature.startsWith("SHA1");
    }
}
