package dev.gangway.pki.importing;

import dev.gangway.diagnosis.Evidence;
import dev.gangway.pki.Finding;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What one file held, not yet put together.
 *
 * @param file its name
 * @param certificates in the order of the file
 * @param keys in the order of the file
 * @param protection how weakly the keys were protected
 * @param notices what was untidy or left out
 */
public record Haul(
        String file,
        List<X509Certificate> certificates,
        List<FoundKey> keys,
        List<Finding> protection,
        List<Evidence> notices) {
    /**
     * A private key.
     *
     * @param publicKey its public half, by which its certificate is found
     */
    public record FoundKey(PrivateKey key, PublicKey publicKey) {}

    public Haul {
        certificates = List.copyOf(certificates);
        keys = List.copyOf(keys);
        protection = List.copyOf(protection);
        notices = List.copyOf(notices);
    }
}
