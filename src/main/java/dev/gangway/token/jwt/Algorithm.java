package dev.gangway.token.jwt;

import com.nimbusds.jose.JWSAlgorithm;

/** Signature algorithms of RFC 7518 and RFC 8037. */
public enum Algorithm {
    HS256(Family.SHARED_SECRET),
    HS384(Family.SHARED_SECRET),
    HS512(Family.SHARED_SECRET),
    RS256(Family.RSA),
    RS384(Family.RSA),
    RS512(Family.RSA),
    PS256(Family.RSA),
    PS384(Family.RSA),
    PS512(Family.RSA),
    /** P-256. */
    ES256(Family.EC),
    /** P-384. */
    ES384(Family.EC),
    /** P-521. */
    ES512(Family.EC),
    /** Ed25519 (RFC 8037). */
    EDDSA(Family.ED25519);

    /** What kind of key an algorithm takes. */
    public enum Family {
        SHARED_SECRET,
        RSA,
        EC,
        ED25519
    }

    private final Family family;

    Algorithm(Family family) {
        this.family = family;
    }

    /** What kind of key it takes. */
    public Family family() {
        return family;
    }

    /** The name in a token's header. */
    public String headerName() {
        return this == EDDSA ? "EdDSA" : name();
    }

    JWSAlgorithm jws() {
        return JWSAlgorithm.parse(headerName());
    }

    /** For HMAC, the least number of bytes of the secret (RFC 7518, section 3.2); 0 for the others. */
    public int minimumSecretBytes() {
        return switch (this) {
            case HS256 -> 32;
            case HS384 -> 48;
            case HS512 -> 64;
            default -> 0;
        };
    }
}
