package dev.gangway.pki.importing;

import dev.gangway.pki.Finding;
import dev.gangway.pki.Identity;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * One thing to be stored: a key with its chain, a certificate alone, or a key alone.
 *
 * @param name subject of the certificate, or kind of the key, for people
 * @param files names of the files it came from
 * @param key where there is one
 * @param chain its own certificate first, then issuers in order as far as they were found; empty for a bare key
 * @param findings what is wrong with it, what is missing, and how weakly it was protected; errors first
 */
public record ImportItem(
        String name,
        List<String> files,
        Optional<PrivateKey> key,
        List<X509Certificate> chain,
        List<Finding> findings) {
    public ImportItem {
        files = List.copyOf(files);
        chain = List.copyOf(chain);
        findings = List.copyOf(findings);
    }

    /** Key and chain, where both are there. */
    public Optional<Identity> identity() {
        return chain.isEmpty() ? Optional.empty() : key.map(found -> new Identity(chain, found));
    }
}
