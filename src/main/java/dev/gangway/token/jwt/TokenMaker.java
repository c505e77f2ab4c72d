package dev.gangway.token.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.KeyLengthException;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.secret.Secret;
import dev.gangway.token.TokenCode;
import dev.gangway.token.jwt.JwtKeys.SigningKey;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.util.Optional;

/** Signs tokens. Safe for use by several threads. */
public final class TokenMaker {
    /** The longest string of an MQTT packet (MQTT 5, section 1.5.4). */
    static final int MQTT_FIELD_LIMIT = 65_535;

    private TokenMaker() {}

    /**
     * Signs claims as a compact JWT (RFC 7519, RFC 7515).
     *
     * @param keyId for the header's {@code kid}, where the broker picks the key by it
     * @return the token; fails where the secret is too short, the key does not fit the algorithm, or the result is
     *     too long for an MQTT field
     */
    public static Outcome<Secret> sign(Algorithm algorithm, SigningKey key, Optional<String> keyId, Claims claims) {
        JWSHeader.Builder header = new JWSHeader.Builder(algorithm.jws()).type(JOSEObjectType.JWT);
        keyId.ifPresent(header::keyID);
        JWTClaimsSet.Builder set = new JWTClaimsSet.Builder();
        claims.values().forEach(set::claim);
        SignedJWT token = new SignedJWT(header.build(), set.build());
        return signer(algorithm, key).then(signer -> signWith(token, signer, algorithm));
    }

    private static Outcome<Secret> signWith(SignedJWT token, JWSSigner signer, Algorithm algorithm) {
        try {
            token.sign(signer);
        } catch (JOSEException unfit) {
            return wrongAlgorithm(algorithm);
        }
        Secret compact = Secret.of(token.serialize());
        if (compact.length() > MQTT_FIELD_LIMIT) {
            return Diagnosis.of(TokenCode.TOO_LONG)
                    .with("bytes", compact.length())
                    .remedy("token.fewer-claims")
                    .failed();
        }
        return Outcome.ok(compact);
    }

    private static Outcome<JWSSigner> signer(Algorithm algorithm, SigningKey key) {
        try {
            return switch (key) {
                case SigningKey.Shared(Secret secret)
                when algorithm.family() == Algorithm.Family.SHARED_SECRET -> hmac(algorithm, secret);
                case SigningKey.Pair(PublicKey known, PrivateKey signing) ->
                    switch (algorithm.family()) {
                        case RSA -> Outcome.ok(new RSASSASigner(signing));
                        case EC ->
                            signing instanceof ECPrivateKey ec
                                    ? Outcome.ok(new ECDSASigner(ec))
                                    : wrongAlgorithm(algorithm);
                        case ED25519 -> Outcome.ok(new Ed25519.Signer(signing));
                        case SHARED_SECRET -> wrongAlgorithm(algorithm);
                    };
                default -> wrongAlgorithm(algorithm);
            };
        } catch (JOSEException | IllegalArgumentException unfit) {
            return wrongAlgorithm(algorithm);
        }
    }

    private static Outcome<JWSSigner> hmac(Algorithm algorithm, Secret secret) {
        try {
            return Outcome.ok(secret.withBytes(bytes -> {
                try {
                    return new MACSigner(bytes.clone());
                } catch (KeyLengthException tooShort) {
                    throw new IllegalArgumentException(tooShort);
                }
            }));
        } catch (IllegalArgumentException tooShort) {
            return tooShort(algorithm, secret);
        }
    }

    static <T> Outcome<T> tooShort(Algorithm algorithm, Secret secret) {
        return Diagnosis.of(TokenCode.SECRET_TOO_SHORT)
                .with("algorithm", algorithm.headerName())
                .with("bytes", secret.length())
                .with("needed", algorithm.minimumSecretBytes())
                .remedy("token.longer-secret", "needed", algorithm.minimumSecretBytes())
                .failed();
    }

    private static <T> Outcome<T> wrongAlgorithm(Algorithm algorithm) {
        return Diagnosis.of(TokenCode.WRONG_ALGORITHM)
                .with("algorithm", algorithm.headerName())
                .remedy("token.fitting-algorithm")
                .failed();
    }
}
