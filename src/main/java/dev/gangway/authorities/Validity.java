package dev.gangway.authorities;

import dev.gangway.pki.AuthorityLimits;
import dev.gangway.pki.CertificateSpec;
import dev.gangway.pki.CertificateSpec.Purpose;
import dev.gangway.pki.authority.Template;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * From when to when an authority's certificate shall be valid.
 *
 * @param from a little in the past, because clocks of devices run late
 * @param to never after the end of the authority above
 */
record Validity(Instant from, Instant to) {
    private static final Duration EARLIER = Duration.ofMinutes(5);

    /** For one that vouches for itself; no validity means no end. */
    static Validity alone(Instant now, Optional<Duration> validity) {
        return new Validity(now.minus(EARLIER), validity.map(now::plus).orElse(Template.NO_END));
    }

    /** For one below another, whose own validity it does not leave. */
    static Validity within(Authority above, Instant now, Optional<Duration> validity) {
        Validity wanted = alone(now, validity);
        return new Validity(start(above, wanted.from), wanted.to.isAfter(above.end()) ? above.end() : wanted.to);
    }

    /** How long a certificate was made for; empty where it has no end. */
    static Optional<Duration> lifeOf(CertificateSpec said) {
        Duration life = Duration.between(said.notBefore(), said.notAfter());
        return said.notAfter().equals(Template.NO_END)
                ? Optional.empty()
                : Optional.of(life.compareTo(EARLIER) > 0 ? life.minus(EARLIER) : life);
    }

    /** Not before the authority's own start. */
    static Instant start(Authority above, Instant wanted) {
        Instant earliest = above.certificate().getNotBefore().toInstant();
        return wanted.isBefore(earliest) ? earliest : wanted;
    }

    /** The same certificate with this validity. */
    CertificateSpec of(CertificateSpec said) {
        return said.withValidity(from, to);
    }

    CertificateSpec authority(String subject, Purpose purpose, AuthorityLimits limits) {
        return CertificateSpec.authority(subject, from, to, purpose, limits);
    }
}
