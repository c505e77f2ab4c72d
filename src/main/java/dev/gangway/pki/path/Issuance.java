package dev.gangway.pki.path;

import dev.gangway.pki.Remembered;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;

/** Who signed whom, and who may sign. Pure calculation; safe for use by several threads. */
public final class Issuance {
    private static final int KEY_CERT_SIGN = 5;

    private static final Remembered SIGNED = new Remembered("signed");

    private Issuance() {}

    /** Whether subject and issuer have one name (RFC 5280, section 3.2); a changed key is self-issued, too. */
    public static boolean isSelfIssued(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }

    /** Whether it is self-issued and its signature verifies with its own key (RFC 5280, section 3.2). */
    public static boolean isSelfSigned(X509Certificate certificate) {
        return isIssuedBy(certificate, certificate);
    }

    /** Whether {@code certificate} was signed by {@code issuer}: name and signature. */
    public static boolean isIssuedBy(X509Certificate certificate, X509Certificate issuer) {
        return certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())
                && isSignedWith(certificate, issuer.getPublicKey());
    }

    /** Whether the signature verifies with this key, whatever the names. */
    public static boolean isSignedWith(X509Certificate certificate, PublicKey key) {
        try {
            return SIGNED.answer(() -> verifies(certificate, key), certificate.getEncoded(), key.getEncoded());
        } catch (CertificateEncodingException damaged) {
            return false;
        }
    }

    private static boolean verifies(X509Certificate certificate, PublicKey key) {
        try {
            certificate.verify(key);
            return true;
        } catch (GeneralSecurityException otherKey) {
            return false;
        }
    }

    /**
     * Whether it may sign certificates: basic constraints and key usage say so (RFC 5280, sections 4.2.1.3 and 4.2.1.9).
     * One before version 3, which cannot say so, may if it is self-signed.
     */
    public static boolean isAuthority(X509Certificate certificate) {
        if (certificate.getVersion() < 3) {
            return isSelfSigned(certificate);
        }
        boolean[] usage = certificate.getKeyUsage();
        return certificate.getBasicConstraints() >= 0 && (usage == null || usage[KEY_CERT_SIGN]);
    }

    /** Whether two certify one name and one key: one can stand for the other in a path. */
    static boolean isSameEntity(X509Certificate one, X509Certificate other) {
        return one.getSubjectX500Principal().equals(other.getSubjectX500Principal())
                && one.getPublicKey().equals(other.getPublicKey());
    }

    /** Whether it is past its last second. */
    public static boolean isExpired(X509Certificate certificate, Instant now) {
        return now.isAfter(certificate.getNotAfter().toInstant());
    }

    /** Whether its first second is still to come. */
    public static boolean isNotYetValid(X509Certificate certificate, Instant now) {
        return now.isBefore(certificate.getNotBefore().toInstant());
    }

    static boolean isValid(X509Certificate certificate, Instant now) {
        return !isExpired(certificate, now) && !isNotYetValid(certificate, now);
    }
}
