package dev.gangway.authorities;

import dev.gangway.device.KeyRef;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.AuthorityLimits;
import dev.gangway.pki.CertificateSpec;
import dev.gangway.pki.CertificateSpec.Purpose;
import dev.gangway.pki.Identity;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.Keys;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.Subjects;
import dev.gangway.pki.authority.PkiServices;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes authorities, takes in those that were made elsewhere, and renews their certificates. */
public final class AuthorityCreation {
    private final AuthorityRepository repository;
    private final IssuedCertificatesRegister register;
    private final PkiServices services;
    private final Clock clock;

    AuthorityCreation(
            AuthorityRepository repository, IssuedCertificatesRegister register, PkiServices services, Clock clock) {
        this.repository = repository;
        this.register = register;
        this.services = services;
        this.clock = clock;
    }

    /** A root: a key and a certificate that vouches for itself. */
    public Outcome<Authority> root(NewAuthority wanted) {
        return repository
                .nameProblem(wanted.name())
                .<Outcome<Authority>>map(Outcome::failed)
                .orElseGet(() -> {
                    KeyPair keys = services.maker().newKey(wanted.key());
                    CertificateSpec spec = root(wanted.subject(), wanted.validity(), wanted.limits());
                    return services.maker()
                            .selfSigned(keys, spec)
                            .then(certificate -> repository.add(
                                    authority(wanted.name(), List.of(certificate), keys, Optional.empty()),
                                    "authority.created",
                                    () -> {}));
                });
    }

    /** An authority below another one of the vault, which issues its certificate and keeps a record of that. */
    public Outcome<Authority> intermediate(UUID above, NewAuthority wanted) {
        Optional<Diagnosis> problem = repository.nameProblem(wanted.name());
        if (problem.isPresent()) {
            return Outcome.failed(problem.get());
        }
        return repository
                .known(above)
                .then(parent -> repository.signer(parent).then(signer -> {
                    KeyPair keys = services.maker().newKey(wanted.key());
                    CertificateSpec spec = Validity.within(parent, clock.instant(), wanted.validity())
                            .authority(wanted.subject(), Purpose.INTERMEDIATE, wanted.limits());
                    return services.maker()
                            .issue(keys.getPublic(), spec, signer)
                            .then(certificate -> {
                                List<X509Certificate> chain = AuthorityRepository.above(certificate, parent);
                                return repository.add(
                                        authority(wanted.name(), chain, keys, Optional.of(parent.id())),
                                        "authority.created",
                                        () -> register.record(
                                                parent, certificate, Purpose.INTERMEDIATE.name(), Optional.empty()));
                            });
                }));
    }

    /**
     * Takes an authority in that was made elsewhere. It comes below the authority of the vault that issued it, and
     * above those that it issued. What it has issued elsewhere is not known here.
     *
     * @param name for people; unique
     * @param identity its key, and its certificate first in the chain
     */
    public Outcome<Authority> takeIn(String name, Identity identity) {
        return repository
                .nameProblem(name)
                .or(() -> unfit(identity))
                .<Outcome<Authority>>map(Outcome::failed)
                .orElseGet(() -> {
                    X509Certificate own = identity.leaf();
                    Optional<Authority> parent = repository.issuerOf(own);
                    List<X509Certificate> chain =
                            parent.map(up -> AuthorityRepository.above(own, up)).orElseGet(identity::chain);
                    KeyPair keys = new KeyPair(own.getPublicKey(), identity.key());
                    return repository.add(
                            authority(name, chain, keys, parent.map(Authority::id)), "authority.imported", () -> {});
                });
    }

    /** As {@link #renew(UUID, Optional)}, for as long as the certificate was made for. */
    public Outcome<Authority> renew(UUID id) {
        return repository
                .known(id)
                .then(old -> renew(id, Validity.lifeOf(services.maker().specOf(old.certificate()))));
    }

    /**
     * Issues an authority's own certificate again, for the same key, subject and limits. What it has issued stays
     * valid, because nothing has changed that those are checked by.
     *
     * @param validity from now on, cut at the end of the authority above; empty for no end
     */
    public Outcome<Authority> renew(UUID id, Optional<Duration> validity) {
        return repository.known(id).then(old -> {
            String subject = old.certificate().getSubjectX500Principal().getName();
            if (old.isRoot()) {
                return AuthorityKeys.key(old)
                        .then(key -> services.maker()
                                .selfSigned(
                                        new KeyPair(old.certificate().getPublicKey(), key),
                                        root(subject, validity, old.limits())))
                        .then(certificate -> renewed(old, List.of(certificate), () -> {}));
            }
            Optional<Authority> above = old.parent().flatMap(repository::get);
            if (above.isEmpty()) {
                return issuerNotHere(old.certificate());
            }
            Authority parent = above.get();
            CertificateSpec spec = Validity.within(parent, clock.instant(), validity)
                    .authority(subject, Purpose.INTERMEDIATE, old.limits());
            return repository
                    .signer(parent)
                    .then(signer -> services.maker().issue(old.certificate().getPublicKey(), spec, signer))
                    .then(certificate -> renewed(
                            old,
                            AuthorityRepository.above(certificate, parent),
                            () -> register.record(parent, certificate, Purpose.INTERMEDIATE.name(), Optional.empty())));
        });
    }

    static <T> Outcome<T> issuerNotHere(X509Certificate certificate) {
        return Diagnosis.of(AuthorityCode.ISSUER_NOT_HERE)
                .with("subject", Subjects.text(certificate))
                .with("issuer", Subjects.text(certificate.getIssuerX500Principal()))
                .remedy("authorities.import-issuer")
                .failed();
    }

    private Outcome<Authority> renewed(Authority old, List<X509Certificate> chain, Runnable record) {
        return repository.change(old.id(), "authority.renewed", now -> {
            record.run();
            Authority changed = now.withChain(chain);
            repository.carryDown(changed);
            return changed;
        });
    }

    private CertificateSpec root(String subject, Optional<Duration> validity, AuthorityLimits limits) {
        return Validity.alone(clock.instant(), validity).authority(subject, Purpose.ROOT, limits);
    }

    private Authority authority(String name, List<X509Certificate> chain, KeyPair keys, Optional<UUID> parent) {
        return new Authority(
                UUID.randomUUID(),
                name.strip(),
                chain,
                new KeyRef.Stored(Keys.pkcs8(keys.getPrivate())),
                parent,
                services.maker().specOf(chain.getFirst()).limits(),
                Optional.empty(),
                clock.instant());
    }

    private Optional<Diagnosis> unfit(Identity identity) {
        X509Certificate own = identity.leaf();
        if (own.getBasicConstraints() < 0) {
            return Optional.of(Diagnosis.of(PkiCode.AUTHORITY_NOT_CA)
                    .with("authority", Subjects.text(own))
                    .remedy("pki.choose-authority")
                    .build());
        }
        if (!Keys.match(identity.key(), own.getPublicKey())) {
            return Optional.of(Diagnosis.of(AuthorityCode.KEY_MISMATCH)
                    .with("subject", Subjects.text(own))
                    .remedy("pki.choose-matching-key")
                    .build());
        }
        return repository
                .of(own)
                .map(here -> Diagnosis.of(AuthorityCode.ALREADY_HERE)
                        .with("name", here.name())
                        .remedy("authorities.use-that")
                        .build());
    }

    /**
     * An authority to be made.
     *
     * @param name for people; unique in the vault
     * @param subject distinguished name as in RFC 4514
     * @param key of the key to be made
     * @param validity from now on, cut at the end of the authority above; empty for no end (RFC 5280, 4.1.2.5)
     * @param limits what it may issue
     */
    public record NewAuthority(
            String name, String subject, KeyType key, Optional<Duration> validity, AuthorityLimits limits) {}
}
