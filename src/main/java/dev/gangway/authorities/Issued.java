package dev.gangway.authorities;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What an authority has issued.
 *
 * @param record what the vault keeps of it
 * @param chain the certificate first, then the authority and those above it, as far as known
 */
public record Issued(IssuedCertificate record, List<X509Certificate> chain) {
    public Issued {
        chain = List.copyOf(chain);
    }
}
