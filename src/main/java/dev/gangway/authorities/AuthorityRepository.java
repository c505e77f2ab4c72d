package dev.gangway.authorities;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.Fingerprints;
import dev.gangway.pki.Identity;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.Subjects;
import dev.gangway.vault.Repository;
import dev.gangway.vault.Vault;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The authorities' rows, and what holds between them: names are unique, and everybody knows the chain above. */
final class AuthorityRepository {
    private final Vault vault;
    private final Repository<Authority> repository;
    private final IssuedCertificatesRegister register;
    private final Clock clock;

    AuthorityRepository(Vault vault, IssuedCertificatesRegister register, Clock clock) {
        this.vault = vault;
        this.register = register;
        this.clock = clock;
        repository = vault.repository(AuthorityRecordTypes.AUTHORITY);
    }

    List<Authority> all() {
        try (Stream<Authority> all = repository.all()) {
            return all.toList();
        }
    }

    Optional<Authority> get(UUID id) {
        return repository.get(id.toString());
    }

    Optional<Authority> named(String name) {
        return repository.find("name", name).stream().findFirst();
    }

    Optional<Authority> of(X509Certificate certificate) {
        return repository.find("sha256", Fingerprints.sha256(certificate)).stream()
                .findFirst();
    }

    Optional<Authority> issuerOf(X509Certificate certificate) {
        return all().stream().filter(each -> each.hasIssued(certificate)).findFirst();
    }

    List<Authority> below(UUID id) {
        return repository.find("parent", id.toString());
    }

    /** The one with this id; fails where it was removed meanwhile. */
    Outcome<Authority> known(UUID id) {
        return get(id).map(Outcome::ok)
                .orElseGet(() -> Diagnosis.of(AuthorityCode.UNKNOWN)
                        .remedy("authorities.choose-other")
                        .failed());
    }

    /** Opens one for signing. */
    Outcome<Identity> signer(Authority authority) {
        boolean revoked = register.of(authority.certificate())
                .flatMap(IssuedCertificate::revocation)
                .isPresent();
        return revoked
                ? Diagnosis.of(AuthorityCode.REVOKED)
                        .with("name", authority.name())
                        .remedy("authorities.choose-other")
                        .failed()
                : AuthorityKeys.open(authority, clock.instant());
    }

    /** Why no authority can be called so; empty where one can. */
    Optional<Diagnosis> nameProblem(String name) {
        if (name.isBlank()) {
            return Optional.of(Diagnosis.of(AuthorityCode.NAME_EMPTY)
                    .evidence(Evidence.inField("name", "field-empty"))
                    .remedy("authorities.write-name")
                    .build());
        }
        Optional<Integer> invisible = Subjects.invisible(name.strip());
        if (invisible.isPresent()) {
            String plain = name.strip();
            return Optional.of(Diagnosis.of(PkiCode.SUBJECT_INVISIBLE)
                    .with("attribute", "name")
                    .with("position", invisible.get() + 1)
                    .with("character", "U+%04X".formatted(plain.codePointAt(invisible.get())))
                    .evidence(Evidence.inField("name", "pki.attribute", "attribute", "name"))
                    .remedy("pki.type-again")
                    .build());
        }
        return named(name.strip())
                .map(taken -> Diagnosis.of(AuthorityCode.NAME_TAKEN)
                        .with("name", taken.name())
                        .evidence(Evidence.inField("name", "pki.name", "name", taken.name()))
                        .remedy("authorities.write-name")
                        .build());
    }

    /**
     * Stores a new one, with whatever else belongs into the same transaction. Those of the vault that it has issued
     * come below it.
     */
    Outcome<Authority> add(Authority authority, String action, Runnable more) {
        vault.atomically(() -> {
            more.run();
            put(authority, action);
            all().stream()
                    .filter(each -> each.parent().isEmpty() && !each.isRoot())
                    .filter(each -> authority.hasIssued(each.certificate()))
                    .forEach(orphan -> {
                        Authority child = orphan.below(authority.id(), above(orphan.certificate(), authority));
                        repository.put(child);
                        carryDown(child);
                    });
        });
        return Outcome.ok(authority);
    }

    /** Changes the row as it is now, in one transaction. */
    Outcome<Authority> change(UUID id, String action, UnaryOperator<Authority> change) {
        List<Outcome<Authority>> changed = new ArrayList<>(1);
        vault.atomically(() -> {
            Outcome<Authority> now = known(id).map(change);
            now.toOptional().ifPresent(authority -> put(authority, action));
            changed.add(now);
        });
        return changed.getLast();
    }

    /** Gives everybody below the chain that this one has now. */
    void carryDown(Authority authority) {
        for (Authority child : below(authority.id())) {
            Authority longer = child.withChain(above(child.certificate(), authority));
            repository.put(longer);
            carryDown(longer);
        }
    }

    void remove(Authority authority) {
        vault.atomically(() -> {
            register.forget(authority.id());
            repository.remove(authority.id().toString());
            vault.audit().append("authority.removed", authority.id().toString(), details(authority));
        });
    }

    /** A certificate with the chain of who issued it. */
    static List<X509Certificate> above(X509Certificate own, Authority parent) {
        return Stream.concat(Stream.of(own), parent.chain().stream()).toList();
    }

    private void put(Authority authority, String action) {
        repository.put(authority);
        vault.audit().append(action, authority.id().toString(), details(authority));
    }

    private static Map<String, String> details(Authority authority) {
        return Map.of(
                "name",
                authority.name(),
                "subject",
                Subjects.text(authority.certificate()),
                "sha256",
                Fingerprints.sha256(authority.certificate()));
    }
}
