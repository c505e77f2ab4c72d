package dev.gangway.pki;

import dev.gangway.diagnosis.Evidence;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What a file held.
 *
 * @param certificates in the order of the file
 * @param keys private keys in the order of the file
 * @param notices what was untidy and has been put right, with its place
 */
public record Contents(List<X509Certificate> certificates, List<PrivateKey> keys, List<Evidence> notices) {
    public Contents {
        certificates = List.copyOf(certificates);
        keys = List.copyOf(keys);
        notices = List.copyOf(notices);
    }
}
