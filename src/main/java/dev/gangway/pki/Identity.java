package dev.gangway.pki;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A private key with the certificates that go with it.
 *
 * @param chain leaf first, then its issuer, and so on; at least one
 * @param key the leaf's private key; may live in hardware
 */
public record Identity(List<X509Certificate> chain, PrivateKey key) {
    public Identity {
        chain = List.copyOf(chain);
    }

    /** The device's own certificate. */
    public X509Certificate leaf() {
        return chain.getFirst();
    }

    /** The same key with the leaf alone. */
    public Identity leafOnly() {
        return new Identity(List.of(leaf()), key);
    }
}
