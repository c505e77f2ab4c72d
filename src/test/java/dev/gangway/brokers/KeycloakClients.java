package dev.gangway.brokers;

import dev.gangway.pki.KeyType;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.token.jwt.Algorithm;
import dev.gangway.token.jwt.Jwks;
import dev.gangway.token.jwt.JwtKeys.SigningKey;
import dev.gangway.token.oauth.ClientAuth;
import java.security.KeyPair;
import java.util.Map;
import java.util.Optional;

/** The client of the realm that signs its requests; its key is made afresh in each JVM. */
public final class KeycloakClients {
    private static final KeyPair KEYS = new BouncyCastleMaker().newKey(KeyType.EC_P256);

    private KeycloakClients() {}

    /** Its public key, as Keycloak wants it. */
    public static String keys() {
        return Jwks.of(Map.of("signing-key", KEYS.getPublic()));
    }

    /** The client with its key. */
    public static ClientAuth signing() {
        return proof(KEYS);
    }

    /** The same client with a key that Keycloak does not know. */
    public static ClientAuth signingWithAnotherKey() {
        return proof(new BouncyCastleMaker().newKey(KeyType.EC_P256));
    }

    private static ClientAuth proof(KeyPair keys) {
        return new ClientAuth.PrivateKeyJwt(
                "signing",
                Algorithm.ES256,
                new SigningKey.Pair(keys.getPublic(), keys.getPrivate()),
                Optional.of("signing-key"));
    }
}
