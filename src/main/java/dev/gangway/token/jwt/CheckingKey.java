package dev.gangway.token.jwt;

import dev.gangway.secret.Secret;
import java.security.PublicKey;

/** What a token's signature is checked with. */
public sealed interface CheckingKey {
    /** The shared secret of an HMAC. */
    record Shared(Secret secret) implements CheckingKey {}

    /** A public key, for example from a PEM file. */
    record Public(PublicKey key) implements CheckingKey {}

    /** A JSON Web Key Set (RFC 7517) as text; the token's key id picks the key. */
    record KeySet(String json) implements CheckingKey {}

    /** Nothing: what the token says is shown, not believed. */
    record None() implements CheckingKey {}
}
