package dev.gangway.token.oauth;

import dev.gangway.pki.Identity;
import dev.gangway.secret.Secret;
import dev.gangway.token.jwt.Algorithm;
import dev.gangway.token.jwt.JwtKeys.SigningKey;
import java.util.Optional;

/** How the client proves to the token endpoint who it is. */
public sealed interface ClientAuth {
    /** The client's id, as registered. */
    String clientId();

    /** A public client: no proof, only its name. */
    record None(String clientId) implements ClientAuth {}

    /** {@code client_secret_basic}: HTTP Basic (RFC 6749, section 2.3.1). */
    record SecretBasic(String clientId, Secret secret) implements ClientAuth {}

    /** {@code client_secret_post}: in the form. */
    record SecretPost(String clientId, Secret secret) implements ClientAuth {}

    /** {@code private_key_jwt} (RFC 7523): a short-lived assertion signed with the client's own key. */
    record PrivateKeyJwt(String clientId, Algorithm algorithm, SigningKey.Pair key, Optional<String> keyId)
            implements ClientAuth {}

    /** {@code tls_client_auth} or {@code self_signed_tls_client_auth} (RFC 8705): a client certificate. */
    record MutualTls(String clientId, Identity identity) implements ClientAuth {}
}
