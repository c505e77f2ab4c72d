package dev.gangway.token.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.secret.Secret;
import dev.gangway.token.TokenCode;
import dev.gangway.token.jwt.CheckingKeys.CheckingKey;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.List;
import java.util.Locale;

/** Finds the verifier for a token's header and a key. */
final class Verifiers {
    private Verifiers() {}

    static Outcome<JWSVerifier> of(JWSHeader header, CheckingKey key) {
        return switch (key) {
            case CheckingKey.Shared(Secret secret) -> shared(header, secret);
            case CheckingKey.Public(PublicKey one) -> asymmetric(header, one);
            case CheckingKey.KeySet(String json) -> fromSet(header, json);
            case CheckingKey.None() -> throw new IllegalArgumentException("nothing to check with");
        };
    }

    private static Outcome<JWSVerifier> shared(JWSHeader header, Secret secret) {
        JWSAlgorithm jws = header.getAlgorithm();
        if (!JWSAlgorithm.Family.HMAC_SHA.contains(jws)) {
            return wrongAlgorithm(jws);
        }
        Algorithm algorithm = Algorithm.valueOf(jws.getName().toUpperCase(Locale.ROOT));
        if (secret.length() < algorithm.minimumSecretBytes()) {
            return TokenMaker.tooShort(algorithm, secret);
        }
        return secret.withBytes(bytes -> {
            try {
                return Outcome.ok(new MACVerifier(bytes.clone()));
            } catch (JOSEException unfit) {
                return wrongAlgorithm(jws);
            }
        });
    }

    private static Outcome<JWSVerifier> asymmetric(JWSHeader header, PublicKey key) {
        JWSAlgorithm jws = header.getAlgorithm();
        try {
            return switch (key) {
                case RSAPublicKey rsa when JWSAlgorithm.Family.RSA.contains(jws) -> Outcome.ok(new RSASSAVerifier(rsa));
                case ECPublicKey ec when JWSAlgorithm.Family.EC.contains(jws) -> Outcome.ok(new ECDSAVerifier(ec));
                case EdECPublicKey ed when jws.equals(JWSAlgorithm.EdDSA) -> Outcome.ok(new Ed25519.Verifier(ed));
                default -> wrongAlgorithm(jws);
            };
        } catch (JOSEException unfit) {
            return wrongAlgorithm(jws);
        }
    }

    private static Outcome<JWSVerifier> fromSet(JWSHeader header, String json) {
        List<JWK> keys;
        try {
            keys = JWKSet.parse(json).getKeys();
        } catch (ParseException notASet) {
            return Diagnosis.of(TokenCode.BAD_KEY_SET)
                    .remedy("token.right-key-set")
                    .failed();
        }
        String wanted = header.getKeyID();
        List<JWK> fitting = keys.stream()
                .filter(key -> wanted == null ? fits(key, header) : wanted.equals(key.getKeyID()))
                .toList();
        if (fitting.isEmpty()) {
            return Diagnosis.of(TokenCode.KEY_NOT_IN_SET)
                    .with("keyId", wanted == null ? "" : wanted)
                    .with(
                            "known",
                            String.join(
                                    ", ",
                                    keys.stream()
                                            .map(key -> String.valueOf(key.getKeyID()))
                                            .toList()))
                    .remedy("token.right-key-set")
                    .failed();
        }
        return ofJwk(header, fitting.getFirst());
    }

    private static Outcome<JWSVerifier> ofJwk(JWSHeader header, JWK key) {
        try {
            return switch (key) {
                case OctetSequenceKey octets -> shared(header, Secret.copyOf(octets.toByteArray()));
                case com.nimbusds.jose.jwk.OctetKeyPair ed -> asymmetric(header, Jwks.ed25519(ed));
                case AsymmetricJWK pair -> asymmetric(header, pair.toPublicKey());
                default -> wrongAlgorithm(header.getAlgorithm());
            };
        } catch (JOSEException unfit) {
            return wrongAlgorithm(header.getAlgorithm());
        }
    }

    private static boolean fits(JWK key, JWSHeader header) {
        return key.getAlgorithm() == null
                ? key.getKeyType().equals(KeyType.forAlgorithm(header.getAlgorithm()))
                : key.getAlgorithm().equals(header.getAlgorithm());
    }

    static Outcome<JWSVerifier> wrongAlgorithm(JWSAlgorithm algorithm) {
        return Diagnosis.of(TokenCode.WRONG_ALGORITHM)
                .with("algorithm", algorithm.getName())
                .remedy("token.fitting-algorithm")
                .failed();
    }
}
