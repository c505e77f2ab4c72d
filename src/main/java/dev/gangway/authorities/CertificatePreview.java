package dev.gangway.authorities;

import dev.gangway.pki.CertificateSpec;
import dev.gangway.pki.Finding;
import dev.gangway.pki.authority.Template;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What would be issued. Nothing was signed by the authority for it.
 *
 * @param authority who would issue it
 * @param template by which
 * @param spec what it would say
 * @param sample a certificate of just these contents, of a key that was made for looking at it, signed by that key
 * @param notes what a person should know before it is issued; warnings, or errors that servers will refuse it for
 */
public record CertificatePreview(
        Authority authority, Template template, CertificateSpec spec, X509Certificate sample, List<Finding> notes) {
    public CertificatePreview {
        notes = List.copyOf(notes);
    }
}
