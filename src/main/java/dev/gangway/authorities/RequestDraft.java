package dev.gangway.authorities;

import dev.gangway.pki.authority.CertificateRequest;
import java.util.List;

/**
 * What a certificate request would become. That it was signed by its own key has been checked.
 *
 * @param request as the device made it
 * @param draft what would be issued
 * @param kept what of the request is granted, for people
 * @param dropped what of it is not
 */
public record RequestDraft(
        CertificateRequest request, CertificatePreview draft, List<String> kept, List<String> dropped) {
    public RequestDraft {
        kept = List.copyOf(kept);
        dropped = List.copyOf(dropped);
    }
}
