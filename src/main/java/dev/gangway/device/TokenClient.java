package dev.gangway.device;

import dev.gangway.secret.Secret;
import dev.gangway.stored.StoredAs;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * A client of an OAuth 2.0 authorization server (RFC 6749), and how it asks for tokens.
 *
 * @param endpoint address of the token endpoint
 * @param clientId as registered
 * @param proof how it shows who it is
 * @param grant what it asks with
 * @param scopes wanted; may be empty
 * @param audience wanted, where the server takes the parameter {@code audience}
 * @param trustAnchors that the server's TLS chain may end at, as PEM; empty for those that Java ships
 */
public record TokenClient(
        @StoredAs("endpoint") URI endpoint,
        @StoredAs("clientId") String clientId,
        @StoredAs("proof") Proof proof,
        @StoredAs("grant") Grant grant,
        @StoredAs("scopes") List<String> scopes,
        @StoredAs("audience") Optional<String> audience,
        @StoredAs("trustAnchors") List<String> trustAnchors) {
    public TokenClient {
        scopes = List.copyOf(scopes);
        trustAnchors = List.copyOf(trustAnchors);
    }

    /** How a client shows who it is. */
    public sealed interface Proof {
        /** Not at all: a public client. */
        @StoredAs("Nothing")
        record Nothing() implements Proof {}

        /** {@code client_secret_basic}: HTTP Basic (RFC 6749, section 2.3.1). */
        @StoredAs("SecretBasic")
        record SecretBasic(@StoredAs("secret") Secret secret) implements Proof {}

        /** {@code client_secret_post}: in the form. */
        @StoredAs("SecretPost")
        record SecretPost(@StoredAs("secret") Secret secret) implements Proof {}

        /**
         * {@code private_key_jwt} (RFC 7523).
         *
         * @param algorithm as in a token's header
         * @param pkcs8 DER of an unencrypted PKCS#8 PrivateKeyInfo (RFC 5208)
         * @param publicKey its public half, as PEM
         * @param keyId under which the server knows the key, where it needs one
         */
        @StoredAs("PrivateKeyJwt")
        record PrivateKeyJwt(
                @StoredAs("algorithm") String algorithm,
                @StoredAs("pkcs8") Secret pkcs8,
                @StoredAs("publicKey") String publicKey,
                @StoredAs("keyId") Optional<String> keyId)
                implements Proof {}

        /**
         * {@code tls_client_auth} or {@code self_signed_tls_client_auth} (RFC 8705).
         *
         * @param chain leaf first
         * @param pkcs8 the leaf's key, DER of an unencrypted PKCS#8 PrivateKeyInfo (RFC 5208)
         */
        @StoredAs("MutualTls")
        record MutualTls(
                @StoredAs("chain") List<X509Certificate> chain,
                @StoredAs("pkcs8") Secret pkcs8) implements Proof {
            public MutualTls {
                chain = List.copyOf(chain);
            }
        }
    }

    /** What a client asks with. */
    public sealed interface Grant {
        /** In its own name (RFC 6749, section 4.4). */
        @StoredAs("ClientCredentials")
        record ClientCredentials() implements Grant {}

        /** With a user's password (RFC 6749, section 4.3). */
        @StoredAs("Password")
        record Password(
                @StoredAs("userName") String userName,
                @StoredAs("password") Secret password) implements Grant {}

        /** With a refresh token that it was given (RFC 6749, section 6). */
        @StoredAs("Refresh")
        record Refresh(@StoredAs("refreshToken") Secret refreshToken) implements Grant {}

        /**
         * With the approval of a person on another screen (RFC 8628).
         *
         * @param endpoint where the login begins
         */
        @StoredAs("DeviceLogin")
        record DeviceLogin(@StoredAs("endpoint") URI endpoint) implements Grant {}
    }
}
