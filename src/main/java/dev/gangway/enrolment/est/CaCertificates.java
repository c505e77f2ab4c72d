package dev.gangway.enrolment.est;

import dev.gangway.pki.Fingerprints;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a server says its authorities are.
 *
 * @param certificates as sent
 * @param verified whether the server itself was trusted when it said so; otherwise a person has to compare a
 *     fingerprint that came another way (RFC 7030, section 4.1.1)
 */
public record CaCertificates(List<X509Certificate> certificates, boolean verified) {
    public CaCertificates {
        certificates = List.copyOf(certificates);
    }

    /** The one with this SHA-256 fingerprint; colons, spaces and case do not matter. */
    public Optional<X509Certificate> named(String sha256) {
        String wanted = digits(sha256);
        return certificates.stream()
                .filter(each -> digits(Fingerprints.sha256(each)).equals(wanted))
                .findFirst();
    }

    private static String digits(String fingerprint) {
        return fingerprint.replaceAll("[^0-9A-Fa-f]", "").toUpperCase(Locale.ROOT);
    }
}
