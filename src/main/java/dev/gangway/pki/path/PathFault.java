package dev.gangway.pki.path;

import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Optional;

/**
 * What is wrong with a path.
 *
 * @param certificate where it is wrong
 * @param other the certificate that it does not agree with, where there is one
 */
public record PathFault(Kind kind, X509Certificate certificate, Optional<X509Certificate> other) {
    /** The kinds of fault. */
    public enum Kind {
        /** It is signed with its own key, and not trusted itself. */
        SELF_SIGNED,
        /** Its issuer is neither among those sent nor among those trusted. */
        ISSUER_MISSING,
        /** The path ends at an authority that is not trusted, or whose own issuer is not there. */
        UNKNOWN_ROOT,
        /** An authority of this name is trusted, but with another key: an older or newer root. */
        SAME_NAME_OTHER_KEY,
        /** What is trusted is no authority. */
        ANCHOR_IS_NOT_AN_AUTHORITY,
        /** The trusted authority itself has expired. */
        ANCHOR_EXPIRED,
        EXPIRED,
        NOT_YET_VALID,
        /** Its issuer is there, and its signature does not verify with the issuer's key. */
        BAD_SIGNATURE,
        /** It signed another one, which its basic constraints or its key usage do not allow. */
        NOT_AN_AUTHORITY,
        /** More authorities in between than one above allows (RFC 5280, section 4.2.1.9). */
        PATH_TOO_LONG,
        /** An authority above may not issue for its name (RFC 5280, section 4.2.1.10). */
        NAME_NOT_PERMITTED,
        /** An algorithm or key length that Java refuses, for example MD5. */
        FORBIDDEN_ALGORITHM,
        /** A critical extension that Java does not know, a policy, or another rule of RFC 5280, section 6. */
        OTHER_CONSTRAINT,
        /** The stapled OCSP response says so. */
        REVOKED
    }

    /** The words for it, as evidence: {@code pki.path.expired}. */
    public String words() {
        return "pki.path." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Values for the named places of these words: name, value, name, value. */
    public Object[] args() {
        return new Object[] {
            "subject", certificate.getSubjectX500Principal().getName(),
            "issuer", certificate.getIssuerX500Principal().getName(),
            "from", certificate.getNotBefore().toInstant(),
            "until", certificate.getNotAfter().toInstant(),
            "algorithm", certificate.getSigAlgName()
        };
    }
}
