package dev.gangway.authorities;

import dev.gangway.authorities.Authority.ListState;
import dev.gangway.authorities.IssuedCertificate.Revocation;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.authority.PkiServices;
import dev.gangway.pki.authority.RevocationLists.Reason;
import dev.gangway.pki.authority.RevocationLists.Revoked;
import java.math.BigInteger;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Takes certificates back, and makes the lists by which servers learn of it. Safe for use by several threads. */
public final class Revocations {
    /** Clocks differ: a list of the future is refused. */
    private static final Duration EARLIER = Duration.ofMinutes(5);

    private final AuthorityRepository repository;
    private final IssuedCertificatesRegister register;
    private final PkiServices services;
    private final Clock clock;

    Revocations(
            AuthorityRepository repository, IssuedCertificatesRegister register, PkiServices services, Clock clock) {
        this.repository = repository;
        this.register = register;
        this.services = services;
        this.clock = clock;
    }

    /**
     * Revokes a certificate. Servers learn of it by the next list only.
     *
     * @param serial hexadecimal, with or without colons
     * @return its record; fails where the authority has not issued it, or it is revoked already
     */
    public Outcome<IssuedCertificate> revoke(UUID authority, String serial, Reason reason) {
        return repository
                .known(authority)
                .then(by -> register.get(authority, normal(serial))
                        .map(issued -> revoked(issued, reason))
                        .orElseGet(() -> IssuedCertificatesRegister.unknown(serial, by)));
    }

    /** Revokes a certificate that an authority of the vault has issued. */
    public Outcome<IssuedCertificate> revoke(X509Certificate certificate, Reason reason) {
        Optional<IssuedCertificate> issued = register.of(certificate);
        return issued.map(found -> revoked(found, reason))
                .orElseGet(() -> AuthorityCreation.issuerNotHere(certificate));
    }

    /**
     * Makes the authority's next revocation list. Its number is on disk before the list is handed out.
     *
     * @param validity how long servers may go by it; after that most refuse everything
     */
    public Outcome<X509CRL> makeList(UUID authority, Duration validity) {
        Instant now = clock.instant();
        Instant next = now.plus(validity);
        return repository
                .known(authority)
                .then(repository::signer)
                .then(signer -> repository
                        .change(
                                authority,
                                "authority.list-made",
                                by -> by.withList(new ListState(number(by), now, next)))
                        .then(by -> services.lists()
                                .make(
                                        signer,
                                        revokedBy(by),
                                        BigInteger.valueOf(
                                                by.list().map(ListState::number).orElse(1L)),
                                        now.minus(EARLIER),
                                        next)));
    }

    private static long number(Authority authority) {
        return authority.list().map(ListState::number).orElse(0L) + 1;
    }

    private List<Revoked> revokedBy(Authority authority) {
        return register.by(authority.id()).stream()
                .flatMap(issued -> issued.revocation().stream()
                        .map(why -> new Revoked(issued.certificate().getSerialNumber(), why.at(), why.reason())))
                .toList();
    }

    private Outcome<IssuedCertificate> revoked(IssuedCertificate issued, Reason reason) {
        return issued.revocation()
                .<Outcome<IssuedCertificate>>map(before -> Diagnosis.of(AuthorityCode.ALREADY_REVOKED)
                        .with("serial", issued.serial())
                        .with("date", before.at())
                        .remedy("authorities.make-list")
                        .failed())
                .orElseGet(() -> Outcome.ok(register.revoke(issued, new Revocation(clock.instant(), reason))));
    }

    private static String normal(String serial) {
        String digits = serial.replace(":", "").replace(" ", "").toUpperCase(Locale.ROOT);
        return digits.replaceFirst("^0+(?=.)", "");
    }
}
