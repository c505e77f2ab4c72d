package dev.gangway.token.jwt;

import dev.gangway.secret.Secret;
import java.security.PrivateKey;
import java.security.PublicKey;

/** What a token is signed with. */
public sealed interface SigningKey {
    /** For HS256, HS384, HS512: known to both sides. */
    record Shared(Secret secret) implements SigningKey {}

    /** For all others: the private key signs, the public one is given to whoever checks. */
    record Pair(PublicKey publicKey, PrivateKey privateKey) implements SigningKey {}
}
