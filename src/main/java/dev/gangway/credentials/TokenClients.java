package dev.gangway.credentials;

import dev.gangway.device.HeldToken;
import dev.gangway.device.TokenClient;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.http.HttpClients;
import dev.gangway.pki.Identity;
import dev.gangway.pki.Keys;
import dev.gangway.server.TrustAnchors;
import dev.gangway.token.jwt.Algorithm;
import dev.gangway.token.jwt.JwtKeys;
import dev.gangway.token.jwt.JwtKeys.SigningKey;
import dev.gangway.token.oauth.ClientAuth;
import dev.gangway.token.oauth.Grant;
import dev.gangway.token.oauth.IssuedToken;
import dev.gangway.token.oauth.OAuthClient;
import dev.gangway.token.oauth.TokenRequestSpec;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Turns a client as it is stored into what asks an authorization server. */
final class TokenClients {
    private TokenClients() {}

    /** Who asks; fails where a stored trust anchor cannot be read. */
    static Outcome<OAuthClient> asker(HttpClients http, List<String> trustAnchors, Clock clock) {
        return TrustAnchors.of(trustAnchors).map(anchors -> new OAuthClient(http, anchors, clock));
    }

    /** What is asked with this grant; fails where a stored key cannot be opened. */
    static Outcome<TokenRequestSpec> request(TokenClient client, Grant grant) {
        return proof(client)
                .map(auth -> new TokenRequestSpec(client.endpoint(), auth, grant, client.scopes(), client.audience()));
    }

    /** The stored grant; empty for one that a person has to approve first. */
    static Optional<Grant> grant(TokenClient client) {
        return switch (client.grant()) {
            case TokenClient.Grant.ClientCredentials own -> Optional.of(new Grant.ClientCredentials());
            case TokenClient.Grant.Password user -> Optional.of(new Grant.Password(user.userName(), user.password()));
            case TokenClient.Grant.Refresh refresh -> Optional.of(new Grant.Refresh(refresh.refreshToken()));
            case TokenClient.Grant.DeviceLogin login -> Optional.empty();
        };
    }

    static HeldToken held(IssuedToken issued) {
        return new HeldToken(issued.accessToken(), issued.refreshToken(), issued.issuedAt(), issued.lifetime());
    }

    static IssuedToken issued(HeldToken held, TokenClient client) {
        return new IssuedToken(
                held.accessToken(), held.refreshToken(), held.issuedAt(), held.lifetime(), client.scopes());
    }

    private static Outcome<ClientAuth> proof(TokenClient client) {
        String id = client.clientId();
        return switch (client.proof()) {
            case TokenClient.Proof.Nothing nothing -> Outcome.ok(new ClientAuth.None(id));
            case TokenClient.Proof.SecretBasic basic -> Outcome.ok(new ClientAuth.SecretBasic(id, basic.secret()));
            case TokenClient.Proof.SecretPost post -> Outcome.ok(new ClientAuth.SecretPost(id, post.secret()));
            case TokenClient.Proof.PrivateKeyJwt jwt ->
                JwtKeys.of(jwt.pkcs8(), Optional.of(jwt.publicKey()))
                        .map(key -> new ClientAuth.PrivateKeyJwt(
                                id,
                                Algorithm.valueOf(jwt.algorithm().toUpperCase(Locale.ROOT)),
                                (SigningKey.Pair) key,
                                jwt.keyId()));
            case TokenClient.Proof.MutualTls tls ->
                Keys.fromPkcs8(tls.pkcs8()).map(key -> new ClientAuth.MutualTls(id, new Identity(tls.chain(), key)));
        };
    }
}
