package dev.gangway.bench.rules;

import dev.gangway.bench.model.Check;
import dev.gangway.bench.model.Check.State;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Warns before a certificate expires. */
final class Expiry {
    private static final Duration SOON = Duration.ofDays(30);

    private Expiry() {}

    /** A warning where the certificate is valid now and will not be for long. */
    static Optional<Check> soon(String key, X509Certificate certificate, Instant now) {
        Duration left = Duration.between(now, certificate.getNotAfter().toInstant());
        return left.isNegative() || left.compareTo(SOON) > 0
                ? Optional.empty()
                : Optional.of(AlsoChecked.check(key, State.WARNING, "days", Long.toString(left.toDays())));
    }
}
