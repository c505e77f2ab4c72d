package dev.gangway.token;

import dev.gangway.diagnosis.Code;

/** What can be wrong with a JSON Web Token (RFC 7519), or with the key it is made or checked with. */
public enum TokenCode implements Code {
    /** Not three base64url parts with JSON in the first two. */
    MALFORMED,
    /** An opaque token: only its issuer can tell what it says. */
    NOT_A_JWT,
    /** Header says {@code alg: none}. */
    UNSIGNED,
    /** The signature does not fit the key. */
    WRONG_SIGNATURE,
    /** The header's algorithm does not fit the kind of key. */
    WRONG_ALGORITHM,
    /** The key set has no key with the token's key id. */
    KEY_NOT_IN_SET,
    /** The text is not a JSON Web Key Set (RFC 7517). */
    BAD_KEY_SET,
    /** What was given to check with is neither a public key nor a certificate. */
    BAD_KEY,
    /** The shared secret is shorter than the hash (RFC 7518, section 3.2). */
    SECRET_TOO_SHORT,
    /** {@code exp} has passed. */
    EXPIRED,
    /** {@code nbf} or {@code iat} lies ahead. */
    NOT_YET_VALID,
    /** A claim does not say what the connection needs. */
    CLAIM_MISMATCH,
    /** A claim has the wrong type, such as a text where a time belongs. */
    BAD_CLAIM,
    /** What was written as claims is no JSON object. */
    BAD_CLAIMS,
    /** Longer than an MQTT field can be: 65,535 bytes. */
    TOO_LONG;

    @Override
    public String family() {
        return "token";
    }
}
