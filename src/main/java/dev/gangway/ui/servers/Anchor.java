package dev.gangway.ui.servers;

import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.Fingerprints;
import dev.gangway.server.TrustAnchors;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * A trust anchor as people compare it.
 *
 * @param pem as it is stored in the entry; may hold several certificates
 * @param subject of the first one
 * @param sha256 its fingerprint as openssl prints it
 * @param expires when it ends
 */
public record Anchor(String pem, String subject, String sha256, Instant expires) {
    /** Reads PEM text; fails where no certificate is in it. */
    public static Outcome<Anchor> read(String pem) {
        return TrustAnchors.of(List.of(pem)).map(certificates -> of(pem.strip(), certificates.getFirst()));
    }

    private static Anchor of(String pem, X509Certificate certificate) {
        return new Anchor(
                pem,
                certificate.getSubjectX500Principal().getName(),
                Fingerprints.sha256(certificate),
                certificate.getNotAfter().toInstant());
    }
}
