package dev.gangway.authorities;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.authority.PkiServices;
import dev.gangway.vault.Vault;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The authorities in the vault, and everything that they do. Safe for use by several threads; blocks for disk, and
 * where keys are made or used for seconds.
 */
public final class Authorities {
    private final AuthorityRepository repository;
    private final IssuedCertificatesRegister register;
    private final AuthorityCreation creation;
    private final Issuing issuing;
    private final Revocations revocations;
    private final Templates templates;
    private final Successors successors;
    private final Clock clock;

    /** Those of this vault. */
    public Authorities(Vault vault, PkiServices services, Clock clock) {
        this.clock = clock;
        register = new IssuedCertificatesRegister(vault, clock);
        repository = new AuthorityRepository(vault, register, clock);
        creation = new AuthorityCreation(repository, register, services, clock);
        issuing = new Issuing(repository, register, services, clock);
        revocations = new Revocations(repository, register, services, clock);
        templates = new Templates(vault);
        successors = new Successors(repository, register, services, clock);
    }

    /** Makes authorities, takes them in, renews them. */
    public AuthorityCreation founding() {
        return creation;
    }

    /** Issues certificates. */
    public Issuing issuing() {
        return issuing;
    }

    /** Takes certificates back. */
    public Revocations revocations() {
        return revocations;
    }

    /** How certificates are made. */
    public Templates templates() {
        return templates;
    }

    /** Renews what was issued. */
    public Successors successors() {
        return successors;
    }

    /** All of them, oldest first. */
    public List<Authority> all() {
        return repository.all();
    }

    /** The one with this id. */
    public Optional<Authority> get(UUID id) {
        return repository.get(id);
    }

    /** The one of exactly this name. */
    public Optional<Authority> named(String name) {
        return repository.named(name);
    }

    /** The one that has issued this certificate: by name and signature. */
    public Optional<Authority> issuerOf(X509Certificate certificate) {
        return repository.issuerOf(certificate);
    }

    /** Everything that one has issued, oldest first. */
    public List<IssuedCertificate> issuedBy(UUID id) {
        return register.by(id);
    }

    /** The record of a certificate, where an authority of the vault has issued it. */
    public Optional<IssuedCertificate> issued(X509Certificate certificate) {
        return register.of(certificate);
    }

    /** Everything that authorities of the vault have issued, oldest first. */
    public List<IssuedCertificate> allIssued() {
        return register.all();
    }

    /** Gives one another name; fails where another has it. */
    public Outcome<Authority> rename(UUID id, String name) {
        boolean same = repository
                .named(name.strip())
                .filter(taken -> taken.id().equals(id))
                .isPresent();
        Optional<Diagnosis> problem = same ? Optional.empty() : repository.nameProblem(name);
        return problem.<Outcome<Authority>>map(Outcome::failed)
                .orElseGet(
                        () -> repository.change(id, "authority.renamed", authority -> authority.named(name.strip())));
    }

    /**
     * Removes one from the vault with its key and its records. Fails while authorities stand below it, or certificates
     * of it are valid: nobody else could revoke those.
     */
    public Outcome<Outcome.Done> remove(UUID id) {
        return repository.known(id).then(authority -> {
            Instant now = clock.instant();
            long below = repository.below(id).size();
            long valid =
                    register.by(id).stream().filter(each -> each.isValid(now)).count();
            if (below > 0) {
                return refused(AuthorityCode.HAS_AUTHORITIES_BELOW, authority, below, "authorities.remove-those-below");
            }
            if (valid > 0) {
                return refused(AuthorityCode.HAS_VALID_CERTIFICATES, authority, valid, "authorities.revoke-first");
            }
            repository.remove(authority);
            return Outcome.done();
        });
    }

    private static Outcome<Outcome.Done> refused(AuthorityCode code, Authority authority, long count, String remedy) {
        return Diagnosis.of(code)
                .with("name", authority.name())
                .with("count", count)
                .remedy(remedy)
                .failed();
    }
}
