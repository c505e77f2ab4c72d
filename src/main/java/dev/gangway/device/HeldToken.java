package dev.gangway.device;

import dev.gangway.secret.Secret;
import dev.gangway.stored.StoredAs;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A token that an authorization server issued.
 *
 * @param accessToken what the device signs in with
 * @param refreshToken for the next one, where the server gave one
 * @param issuedAt by the clock of the computer that asked
 * @param lifetime where the server said so
 */
public record HeldToken(
        @StoredAs("accessToken") Secret accessToken,
        @StoredAs("refreshToken") Optional<Secret> refreshToken,
        @StoredAs("issuedAt") Instant issuedAt,
        @StoredAs("lifetime") Optional<Duration> lifetime) {
    /** The same, good no longer. */
    public HeldToken expired() {
        return new HeldToken(accessToken, refreshToken, issuedAt, Optional.of(Duration.ZERO));
    }
}
