package dev.gangway.authorities;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.Fingerprints;
import dev.gangway.pki.Subjects;
import dev.gangway.vault.Repository;
import dev.gangway.vault.Vault;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What authorities have issued. A certificate is written down before anybody gets it, so whatever is in the world was
 * recorded here; and a serial number that was recorded is never recorded again.
 */
final class IssuedCertificatesRegister {
    private final Vault vault;
    private final Repository<IssuedCertificate> repository;
    private final Clock clock;

    IssuedCertificatesRegister(Vault vault, Clock clock) {
        this.vault = vault;
        this.clock = clock;
        repository = vault.repository(AuthorityRecordTypes.ISSUED);
    }

    /** Writes one down, on disk when this returns. */
    IssuedCertificate record(Authority by, X509Certificate certificate, String template, Optional<UUID> device) {
        IssuedCertificate issued =
                new IssuedCertificate(by.id(), certificate, template, device, clock.instant(), Optional.empty());
        vault.atomically(() -> {
            if (repository.get(issued.id()).isPresent()) {
                throw new IllegalStateException("a serial number was drawn twice");
            }
            repository.put(issued);
            vault.audit().append("certificate.issued", by.id().toString(), details(issued));
        });
        return issued;
    }

    /** Notes that one stands no more. */
    IssuedCertificate revoke(IssuedCertificate issued, IssuedCertificate.Revocation why) {
        IssuedCertificate revoked = issued.revoked(why);
        vault.atomically(() -> {
            repository.put(revoked);
            Map<String, String> details = new TreeMap<>(details(issued));
            details.put("reason", why.reason().name());
            vault.audit().append("certificate.revoked", issued.authority().toString(), details);
        });
        return revoked;
    }

    /** Everything that an authority has issued, oldest first. */
    List<IssuedCertificate> by(UUID authority) {
        return repository.find("authority", authority.toString());
    }

    Optional<IssuedCertificate> get(UUID authority, String serial) {
        return repository.get(IssuedCertificate.id(authority, serial));
    }

    Optional<IssuedCertificate> of(X509Certificate certificate) {
        return repository.find("sha256", Fingerprints.sha256(certificate)).stream()
                .findFirst();
    }

    List<IssuedCertificate> all() {
        try (Stream<IssuedCertificate> all = repository.all()) {
            return all.toList();
        }
    }

    /** Forgets what an authority has issued that is of no use to anybody any more. */
    void forget(UUID authority) {
        by(authority).forEach(issued -> repository.remove(issued.id()));
    }

    static <T> Outcome<T> unknown(String serial, Authority authority) {
        return Diagnosis.of(AuthorityCode.NOT_ISSUED_HERE)
                .with("serial", serial)
                .with("name", authority.name())
                .remedy("authorities.check-serial")
                .failed();
    }

    private static Map<String, String> details(IssuedCertificate issued) {
        return Map.of(
                "subject",
                Subjects.text(issued.certificate()),
                "serial",
                issued.serial(),
                "template",
                issued.template());
    }
}
