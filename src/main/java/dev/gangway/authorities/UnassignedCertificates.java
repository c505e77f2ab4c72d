package dev.gangway.authorities;

import dev.gangway.device.KeyRef;
import dev.gangway.pki.Fingerprints;
import dev.gangway.pki.Subjects;
import dev.gangway.stored.StoredNames;
import dev.gangway.vault.Repository;
import dev.gangway.vault.Vault;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The certificates in the vault that belong to no device yet, with or without their keys. Safe for use by several
 * threads; blocks for disk.
 */
public final class UnassignedCertificates {
    private final Vault vault;
    private final Repository<UnassignedCertificate> repository;
    private final Clock clock;

    /** Keeps them in this vault. */
    public UnassignedCertificates(Vault vault, Clock clock) {
        this.vault = vault;
        this.clock = clock;
        repository = vault.repository(AuthorityRecordTypes.STANDING);
    }

    /**
     * One to be kept.
     *
     * @param name for people; empty for that of its subject
     * @param chain its own certificate first, then its issuers as far as they are known; at least one
     * @param key its private key, where there is one
     */
    public record Wanted(String name, List<X509Certificate> chain, Optional<KeyRef> key) {
        public Wanted {
            chain = List.copyOf(chain);
        }
    }

    /** All of them, oldest first. */
    public List<UnassignedCertificate> all() {
        try (Stream<UnassignedCertificate> all = repository.all()) {
            return all.toList();
        }
    }

    /** The one with this id. */
    public Optional<UnassignedCertificate> get(UUID id) {
        return repository.get(id.toString());
    }

    /** The entry of exactly this certificate. */
    public Optional<UnassignedCertificate> of(X509Certificate certificate) {
        return repository.find("sha256", Fingerprints.sha256(certificate)).stream()
                .findFirst();
    }

    /** Keeps one; see {@link #keepAll}. */
    public UnassignedCertificate keep(Wanted wanted) {
        return keepAll(List.of(wanted)).getFirst();
    }

    /**
     * Keeps several, all or none. A certificate that is here already is not kept twice: its entry gets the key, or the
     * longer chain, that it lacked.
     *
     * @return the entries, in the order of what was wanted
     */
    public List<UnassignedCertificate> keepAll(List<Wanted> wanted) {
        List<UnassignedCertificate> kept = new ArrayList<>();
        vault.atomically(() -> {
            kept.clear();
            wanted.forEach(each -> kept.add(store(each)));
        });
        return List.copyOf(kept);
    }

    private UnassignedCertificate store(Wanted wanted) {
        X509Certificate own = wanted.chain().getFirst();
        Optional<UnassignedCertificate> known = of(own);
        UnassignedCertificate entry = known.map(here -> here.renewed(
                        here.chain().size() < wanted.chain().size() ? wanted.chain() : here.chain(),
                        here.key().or(wanted::key)))
                .orElseGet(() -> new UnassignedCertificate(
                        UUID.randomUUID(), name(wanted), wanted.chain(), wanted.key(), clock.instant()));
        if (!known.equals(Optional.of(entry))) {
            put(entry, known.isPresent() ? "certificate.changed" : "certificate.kept");
        }
        return entry;
    }

    /** Puts its successor into an entry. */
    public UnassignedCertificate renew(UnassignedCertificate entry, Successor successor) {
        UnassignedCertificate renewed = entry.renewed(successor.chain(), successor.key());
        vault.atomically(() -> put(renewed, "certificate.renewed"));
        return renewed;
    }

    /** Gives one another name. */
    public void rename(UnassignedCertificate entry, String name) {
        vault.atomically(() -> put(entry.named(name), "certificate.changed"));
    }

    /** Removes one with its key. */
    public void remove(UnassignedCertificate entry) {
        vault.atomically(() -> {
            repository.remove(entry.id().toString());
            vault.audit().append("certificate.removed", entry.id().toString(), details(entry));
        });
    }

    private void put(UnassignedCertificate entry, String action) {
        repository.put(entry);
        vault.audit().append(action, entry.id().toString(), details(entry));
    }

    private static Map<String, String> details(UnassignedCertificate entry) {
        return Map.of(
                "name",
                entry.name(),
                "sha256",
                Fingerprints.sha256(entry.certificate()),
                "key",
                entry.key().map(key -> StoredNames.of(key.getClass())).orElse(""));
    }

    private static String name(Wanted wanted) {
        X509Certificate own = wanted.chain().getFirst();
        return wanted.name().isBlank()
                ? Subjects.commonName(own).orElseGet(() -> Subjects.text(own))
                : wanted.name().strip();
    }
}
