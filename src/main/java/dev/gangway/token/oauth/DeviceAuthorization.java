package dev.gangway.token.oauth;

import dev.gangway.secret.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A login that a person approves on another screen (RFC 8628, section 3.2).
 *
 * @param deviceCode ours, not for eyes
 * @param userCode what the person types
 * @param page where the person types it
 * @param pageWithCode the same with the code in it, for a QR code, where given
 * @param expiresAt when it is too late
 * @param interval how long to wait between questions, at least
 */
public record DeviceAuthorization(
        Secret deviceCode,
        String userCode,
        URI page,
        Optional<URI> pageWithCode,
        Instant expiresAt,
        Duration interval) {}
