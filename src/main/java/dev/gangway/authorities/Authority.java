package dev.gangway.authorities;

import dev.gangway.device.KeyRef;
import dev.gangway.pki.AuthorityLimits;
import dev.gangway.pki.path.Issuance;
import dev.gangway.stored.StoredAs;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An authority in the vault.
 *
 * @param id ours, made once
 * @param name for people; unique
 * @param chain its own certificate first, then whoever stands above it, as far as known
 * @param key its private key
 * @param parent the authority above it, where that is in the vault too
 * @param limits what it may issue
 * @param list its newest revocation list, where it has made one
 * @param createdAt when it came into the vault
 */
public record Authority(
        @StoredAs("id") UUID id,
        @StoredAs("name") String name,
        @StoredAs("chain") List<X509Certificate> chain,
        @StoredAs("key") KeyRef key,
        @StoredAs("parent") Optional<UUID> parent,
        @StoredAs("limits") AuthorityLimits limits,
        @StoredAs("list") Optional<ListState> list,
        @StoredAs("createdAt") Instant createdAt) {
    public Authority {
        chain = List.copyOf(chain);
    }

    /**
     * The newest revocation list. Its number is stored before the list is handed out, so none is used twice.
     *
     * @param number from 1 (RFC 5280, 5.2.3)
     * @param at when it was made
     * @param next when servers want the next one at the latest
     */
    public record ListState(
            @StoredAs("number") long number,
            @StoredAs("at") Instant at,
            @StoredAs("next") Instant next) {}

    /** Its own certificate. */
    public X509Certificate certificate() {
        return chain.getFirst();
    }

    /** Whether nobody stands above it. */
    public boolean isRoot() {
        return Issuance.isSelfSigned(certificate());
    }

    /** End of its validity. */
    public Instant end() {
        return certificate().getNotAfter().toInstant();
    }

    /** Whether it has issued this certificate: name and signature. */
    public boolean hasIssued(X509Certificate other) {
        return !other.equals(certificate()) && Issuance.isIssuedBy(other, certificate());
    }

    Authority named(String changed) {
        return new Authority(id, changed, chain, key, parent, limits, list, createdAt);
    }

    Authority withList(ListState newest) {
        return new Authority(id, name, chain, key, parent, limits, Optional.of(newest), createdAt);
    }

    Authority withChain(List<X509Certificate> renewed) {
        return new Authority(id, name, renewed, key, parent, limits, list, createdAt);
    }

    Authority below(UUID found, List<X509Certificate> withChain) {
        return new Authority(id, name, withChain, key, Optional.of(found), limits, list, createdAt);
    }
}
