package dev.gangway.bench.rules;

import dev.gangway.pki.path.KeyStrength;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;

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
        return KeyStrength.tooShort(certificate.getPublicKey()).isPresent() || KeyStrength.isSignedWeakly(certificate);
    }
}
