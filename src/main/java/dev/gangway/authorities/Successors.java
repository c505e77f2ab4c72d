package dev.gangway.authorities;

import dev.gangway.authorities.Successor.Key;
import dev.gangway.device.KeyRef;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.CertificateSpec;
import dev.gangway.pki.CertificateSpec.Purpose;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.Keys;
import dev.gangway.pki.authority.PkiServices;
import dev.gangway.pki.path.Issuance;
import dev.gangway.secret.Secret;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes the successor of a certificate: the same names, uses and length of life, from now on. Signed by who signed the
 * old one: an authority of the vault, or its own key. Safe for use by several threads.
 */
public final class Successors {
    private final AuthorityRepository repository;
    private final IssuedCertificatesRegister register;
    private final PkiServices services;
    private final Clock clock;

    Successors(AuthorityRepository repository, IssuedCertificatesRegister register, PkiServices services, Clock clock) {
        this.repository = repository;
        this.register = register;
        this.services = services;
        this.clock = clock;
    }

    /**
     * The successor; recorded where an authority has issued it, else stored nowhere yet.
     *
     * @param key private key of the old one, where it is known
     * @param device whose it is, where that is in the vault
     */
    public Outcome<Successor> of(X509Certificate old, Optional<KeyRef> key, Key choice, Optional<UUID> device) {
        boolean isHere = key.filter(KeyRef.Stored.class::isInstance).isPresent();
        if (choice == Key.NEW && !isHere) {
            return keyElsewhere();
        }
        if (Issuance.isSelfSigned(old)) {
            return pair(old, key, choice)
                    .then(pair -> services.maker()
                            .selfSigned(pair, spec(old, Optional.empty(), device))
                            .map(certificate -> successor(List.of(certificate), pair)));
        }
        Optional<Authority> issuer = repository.issuerOf(old);
        if (issuer.isEmpty()) {
            return AuthorityCreation.issuerNotHere(old);
        }
        if (choice == Key.SAME) {
            return issued(old, old.getPublicKey(), issuer.get(), device).map(chain -> new Successor(chain, key));
        }
        KeyPair fresh = services.maker().newKey(KeyType.of(old.getPublicKey()));
        return issued(old, fresh.getPublic(), issuer.get(), device).map(chain -> successor(chain, fresh));
    }

    private Outcome<List<X509Certificate>> issued(
            X509Certificate old, PublicKey key, Authority by, Optional<UUID> device) {
        return repository
                .signer(by)
                .then(signer -> services.maker().issue(key, spec(old, Optional.of(by), device), signer))
                .map(certificate -> {
                    register.record(by, certificate, template(old), device);
                    return AuthorityRepository.above(certificate, by);
                });
    }

    private Outcome<KeyPair> pair(X509Certificate old, Optional<KeyRef> key, Key choice) {
        if (choice == Key.NEW) {
            return Outcome.ok(services.maker().newKey(KeyType.of(old.getPublicKey())));
        }
        return key.orElse(new KeyRef.OnDevice()) instanceof KeyRef.Stored(Secret pkcs8)
                ? Keys.fromPkcs8(pkcs8).map((PrivateKey own) -> new KeyPair(old.getPublicKey(), own))
                : keyElsewhere();
    }

    private CertificateSpec spec(X509Certificate old, Optional<Authority> by, Optional<UUID> device) {
        CertificateSpec said = services.maker().specOf(old);
        Optional<Duration> life = Validity.lifeOf(said);
        Instant now = clock.instant();
        return by.map(authority -> Validity.within(authority, now, life))
                .orElseGet(() -> Validity.alone(now, life))
                // whatever the old one was good for: a device has to sign in
                .of(device.isPresent() ? said.withPurpose(Purpose.DEVICE_CLIENT) : said);
    }

    private String template(X509Certificate old) {
        return register.of(old).map(IssuedCertificate::template).orElse("");
    }

    private static Successor successor(List<X509Certificate> chain, KeyPair pair) {
        return new Successor(chain, Optional.of(new KeyRef.Stored(Keys.pkcs8(pair.getPrivate()))));
    }

    private static <T> Outcome<T> keyElsewhere() {
        return Diagnosis.of(AuthorityCode.KEY_ON_DEVICE)
                .remedy("authorities.keep-key")
                .failed();
    }
}
