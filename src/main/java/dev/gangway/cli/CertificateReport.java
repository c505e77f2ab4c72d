package dev.gangway.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.authorities.Authority;
import dev.gangway.authorities.IssuedCertificate;
import dev.gangway.inventory.CertificateEntry;
import dev.gangway.inventory.CertificateEntry.Holder;
import dev.gangway.pki.AlternativeNames;
import dev.gangway.pki.Fingerprints;
import dev.gangway.pki.Subjects;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Certificates as text and as JSON. */
final class CertificateReport {
    private final Context context;

    CertificateReport(Context context) {
        this.context = context;
    }

    String word(String key) {
        return context.words().get("cli.head." + key);
    }

    String date(Instant at) {
        return context.words().formats().date(at);
    }

    String state(IssuedCertificate issued) {
        return issued.revocation()
                .map(why -> context.words().get("cli.certificate.revoked", "reason", lower(why.reason())))
                .orElse("");
    }

    static String subject(X509Certificate certificate) {
        return Subjects.text(certificate);
    }

    /** What stands in a certificate, a line each. */
    void facts(X509Certificate certificate) {
        line("subject", Subjects.text(certificate));
        line("issuer", Subjects.text(certificate.getIssuerX500Principal()));
        List<String> names = AlternativeNames.of(certificate);
        if (!names.isEmpty()) {
            line("alternative-names", String.join(", ", names));
        }
        line("serial", IssuedCertificate.serial(certificate));
        line("from", date(certificate.getNotBefore().toInstant()));
        line("until", date(certificate.getNotAfter().toInstant()));
        line("sha256", Fingerprints.sha256(certificate));
        line("credentials-id", Fingerprints.credentialsId(certificate));
    }

    private void line(String head, String value) {
        context.terminal().line(word(head) + ": " + value);
    }

    ObjectNode json(X509Certificate certificate) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("subject", Subjects.text(certificate))
                .put("issuer", Subjects.text(certificate.getIssuerX500Principal()))
                .put("serial", IssuedCertificate.serial(certificate))
                .put("notBefore", certificate.getNotBefore().toInstant().toString())
                .put("notAfter", certificate.getNotAfter().toInstant().toString())
                .put("sha256", Fingerprints.sha256(certificate))
                .put("credentialsId", Fingerprints.credentialsId(certificate));
    }

    ObjectNode json(Authority authority, int issued) {
        ObjectNode node = json(authority.certificate());
        node.put("name", authority.name());
        node.put("id", authority.id().toString());
        node.put("parent", authority.parent().map(Object::toString).orElse(null));
        node.put("pathLength", authority.limits().pathLength().orElse(null));
        node.put("issued", issued);
        return node;
    }

    ObjectNode json(IssuedCertificate issued) {
        ObjectNode node = json(issued.certificate());
        node.put("template", issued.template());
        node.put("issuedAt", issued.at().toString());
        node.put(
                "revokedAt", issued.revocation().map(why -> why.at().toString()).orElse(null));
        node.put("reason", issued.revocation().map(why -> lower(why.reason())).orElse(null));
        return node;
    }

    ObjectNode json(CertificateEntry entry) {
        ObjectNode node = json(entry.certificate());
        node.put("name", entry.name());
        node.put("holder", holder(entry));
        node.put("revoked", entry.isRevoked());
        return node;
    }

    /** What kind of thing holds it; stable, the same in every language. */
    static String holder(CertificateEntry entry) {
        return switch (entry.holder()) {
            case Holder.OfDevice device -> "device";
            case Holder.OfAuthority authority -> "authority";
            case Holder.Standing standing -> "standing";
            case Holder.HandedOut handedOut -> "handed-out";
        };
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
