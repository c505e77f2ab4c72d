package dev.gangway.token.oauth;

import dev.gangway.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A token as issued.
 *
 * @param accessToken goes into the user name or password of CONNECT
 * @param refreshToken for the next one, where the server gave one
 * @param issuedAt by this computer's clock
 * @param lifetime where the server said so
 * @param scopes granted, which may be fewer than asked for
 */
public record IssuedToken(
        Secret accessToken,
        Optional<Secret> refreshToken,
        Instant issuedAt,
        Optional<Duration> lifetime,
        List<String> scopes) {
    public IssuedToken {
        scopes = List.copyOf(scopes);
    }

    /** The same; where the server gave no other refresh token, the old one goes on (RFC 6749, section 6). */
    IssuedToken orElseRefreshing(Secret old) {
        return new IssuedToken(accessToken, refreshToken.or(() -> Optional.of(old)), issuedAt, lifetime, scopes);
    }

    /** When it ends, where that is known. */
    public Optional<Instant> expiresAt() {
        return lifetime.map(issuedAt::plus);
    }

    /** When to get the next one: after four fifths of its life, so that a slow server is still in time. */
    public Optional<Instant> refreshAt() {
        return lifetime.map(life -> issuedAt.plus(life.multipliedBy(4).dividedBy(5)));
    }
}
