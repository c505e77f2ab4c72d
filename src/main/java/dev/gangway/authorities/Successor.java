package dev.gangway.authorities;

import dev.gangway.device.KeyRef;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * What comes after a certificate that ends.
 *
 * @param chain the new certificate first, then who vouches for it
 * @param key its private key, where that is known
 */
public record Successor(List<X509Certificate> chain, Optional<KeyRef> key) {
    /** Which key a successor is for. */
    public enum Key {
        /** That of the old certificate: the device needs nothing but the new certificate. */
        SAME,
        /** A fresh one of the same kind. */
        NEW
    }

    public Successor {
        chain = List.copyOf(chain);
    }
}
