package dev.gangway.token.oauth;

import dev.gangway.diagnosis.Code;

/** Why no token was issued: the errors of RFC 6749 (section 5.2) and RFC 8628 (section 3.5), and what hides them. */
public enum OAuthCode implements Code {
    INVALID_REQUEST,
    INVALID_CLIENT,
    INVALID_GRANT,
    UNAUTHORIZED_CLIENT,
    UNSUPPORTED_GRANT_TYPE,
    INVALID_SCOPE,
    /** The person has not decided yet (RFC 8628). */
    AUTHORIZATION_PENDING,
    /** We ask too often (RFC 8628). */
    SLOW_DOWN,
    /** The person said no (RFC 8628). */
    ACCESS_DENIED,
    /** The person took too long (RFC 8628). */
    DEVICE_CODE_EXPIRED,
    /** An error that the standards do not name. */
    OTHER_ERROR,
    /** HTML or anything else that is not JSON: a wrong address, a proxy, a captive portal. */
    NOT_JSON,
    /** An answer of status 3xx: usually to a page for people to sign in. */
    REDIRECTED,
    /** Too many requests. */
    RATE_LIMITED,
    /** Status 5xx. */
    SERVER_ERROR,
    /** The name does not resolve, or nothing listens. */
    UNREACHABLE,
    /** No answer in time. */
    TIMED_OUT,
    /** The server's certificate is not trusted, or TLS failed. */
    UNTRUSTED,
    /** Stopped by a person. */
    CANCELLED,
    /** The discovery document does not name what is needed (RFC 8414). */
    BAD_METADATA,
    /** The token is bound to a key by DPoP (RFC 9449); MQTT has no field for the proof. */
    DPOP_TOKEN,
    /** The client's own key cannot sign with the chosen algorithm. */
    CLIENT_KEY,
    /** A public client asked in its own name. */
    CLIENT_PROOF_NEEDED;

    @Override
    public String family() {
        return "oauth";
    }
}
