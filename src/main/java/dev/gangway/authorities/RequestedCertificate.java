package dev.gangway.authorities;

import dev.gangway.pki.CertificateExtras;
import dev.gangway.pki.Source;
import dev.gangway.pki.authority.CertificateRequest;
import dev.gangway.pki.authority.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A request of a device, and how it is to be answered.
 *
 * @param authority who shall sign it
 * @param template decides validity and extensions; its subject only where the request's is not taken
 * @param file the request, PEM or DER
 * @param ownSubject whether the request's subject is taken, where it has one
 * @param values for the places of the template's subject
 * @param device whose it is, where that is in the vault
 */
public record RequestedCertificate(
        UUID authority,
        Template template,
        Source file,
        boolean ownSubject,
        Map<String, String> values,
        Optional<UUID> device) {
    public RequestedCertificate {
        values = Map.copyOf(values);
    }

    IssueRequest asked(CertificateRequest request) {
        CertificateExtras extras = template.extras()
                .withUris(Stream.concat(template.extras().uris().stream(), request.uris().stream())
                        .distinct()
                        .toList());
        Template with = new Template(
                template.name(),
                takesSubject(request) ? request.subject() : template.subject(),
                template.validity(),
                template.keyType(),
                template.purpose(),
                template.dnsNames(),
                extras);
        return new IssueRequest(
                authority, with, values, request.dnsNames(), request.ipAddresses(), device, request.otherNames());
    }

    RequestDraft compare(CertificateRequest request, CertificatePreview preview) {
        List<String> kept = new ArrayList<>();
        List<String> dropped = new ArrayList<>();
        if (!request.subject().isEmpty()) {
            (takesSubject(request) ? kept : dropped).add(request.subject());
        }
        request.dnsNames().forEach(name -> kept.add("DNS:" + name));
        request.ipAddresses().forEach(address -> kept.add("IP:" + address));
        request.uris().forEach(uri -> kept.add("URI:" + uri));
        request.otherNames().forEach(name -> kept.add(name.text()));
        dropped.addAll(request.otherWishes());
        return new RequestDraft(request, preview, kept, dropped);
    }

    private boolean takesSubject(CertificateRequest request) {
        return ownSubject && !request.subject().isEmpty();
    }
}
