package dev.gangway.token.oauth;

import dev.gangway.secret.Secret;

/** What a token is asked for with. */
public sealed interface Grant {
    /** In the client's own name (RFC 6749, section 4.4): the usual one for devices. */
    record ClientCredentials() implements Grant {}

    /** With a user's password (RFC 6749, section 4.3). Left out of OAuth 2.1; some servers still want it. */
    record Password(String userName, Secret password) implements Grant {}

    /** With an earlier refresh token (RFC 6749, section 6). */
    record Refresh(Secret refreshToken) implements Grant {}

    /** With a code that a person approves on another screen (RFC 8628). */
    record DeviceCode(Secret code) implements Grant {}
}
