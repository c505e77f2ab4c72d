package dev.gangway.authorities;

import dev.gangway.device.KeyRef;
import dev.gangway.stored.StoredAs;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A certificate in the vault that belongs to no device: one that was imported and waits for its device, a server's, or
 * an authority of somebody else that only is to be trusted.
 *
 * @param id ours, made once
 * @param name for people
 * @param chain its own certificate first, then its issuers as far as they are known
 * @param key its private key, where that is known
 * @param addedAt when it came into the vault
 */
public record UnassignedCertificate(
        @StoredAs("id") UUID id,
        @StoredAs("name") String name,
        @StoredAs("chain") List<X509Certificate> chain,
        @StoredAs("key") Optional<KeyRef> key,
        @StoredAs("addedAt") Instant addedAt) {
    public UnassignedCertificate {
        chain = List.copyOf(chain);
    }

    /** Its own certificate. */
    public X509Certificate certificate() {
        return chain.getFirst();
    }

    /** The same entry with another chain and key, as after a renewal. */
    UnassignedCertificate renewed(List<X509Certificate> fresh, Optional<KeyRef> withKey) {
        return new UnassignedCertificate(id, name, fresh, withKey, addedAt);
    }

    UnassignedCertificate named(String changed) {
        return new UnassignedCertificate(id, changed, chain, key, addedAt);
    }
}
