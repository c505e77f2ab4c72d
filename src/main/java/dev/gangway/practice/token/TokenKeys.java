package dev.gangway.practice.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.gangway.secret.Secret;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The keys whose tokens are taken: one of the server's own, made at each start, and those it was told to trust. */
public final class TokenKeys {
    private final ECKey own;
    private volatile List<JWK> trusted = List.of();
    private volatile List<JWK> shared = List.of();

    /** Makes its own key. */
    public TokenKeys() {
        try {
            own = new ECKeyGenerator(Curve.P_256)
                    .keyID("practice-" + UUID.randomUUID())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The pair that its own tokens are signed with. */
    ECKey own() {
        return own;
    }

    /** The public halves of all of them, as a JSON Web Key Set (RFC 7517). */
    public String jwks() {
        return set(List.of());
    }

    /** The same with shared secrets: for checking, never to be handed out. */
    String checking() {
        return set(shared);
    }

    private String set(List<JWK> more) {
        List<JWK> all = new ArrayList<>(more);
        all.addAll(trusted);
        all.add(own.toPublicJWK());
        return new JWKSet(all).toString(false);
    }

    /** Has tokens taken that this secret signed (HS256, HS384, HS512), in the place of the one before. */
    public void trust(Secret secret) {
        JWK key = secret.withBytes(bytes -> new OctetSequenceKey.Builder(bytes).build());
        shared = List.of(key);
    }

    /**
     * Has tokens of these keys taken from now on, beside those trusted before.
     *
     * @throws IllegalArgumentException where this is no JSON Web Key Set
     */
    public void trust(String jwks) {
        try {
            List<JWK> more = JWKSet.parse(jwks).getKeys().stream()
                    .filter(key -> !key.isPrivate())
                    .toList();
            trusted = Stream.concat(more.stream(), trusted.stream()).toList();
        } catch (ParseException e) {
            throw new IllegalArgumentException("no JSON Web Key Set", e);
        }
    }
}
