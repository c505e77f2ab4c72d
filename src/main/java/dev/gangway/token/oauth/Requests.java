package dev.gangway.token.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResourceOwnerPasswordCredentialsGrant;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.PKITLSClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.device.DeviceCode;
import com.nimbusds.oauth2.sdk.device.DeviceCodeGrant;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import java.net.URI;

/** Builds the library's requests from ours. */
final class Requests {
    private Requests() {}

    static Outcome<TokenRequest> token(TokenRequestSpec spec) {
        URI endpoint = spec.endpoint();
        AuthorizationGrant grant = grant(spec.grant());
        ClientID id = new ClientID(spec.client().clientId());
        Outcome<TokenRequest.Builder> builder = switch (spec.client()) {
            case ClientAuth.None none ->
                // RFC 6749, section 4.4: only a client that proves itself may ask in its own name.
                spec.grant() instanceof Grant.ClientCredentials
                        ? Diagnosis.of(OAuthCode.CLIENT_PROOF_NEEDED)
                                .remedy("oauth.prove-client")
                                .failed()
                        : Outcome.ok(new TokenRequest.Builder(endpoint, id, grant));
            // The certificate itself is shown by the TLS layer; the form names the client (RFC 8705, 2).
            case ClientAuth.MutualTls tls ->
                Outcome.ok(new TokenRequest.Builder(
                        endpoint,
                        new PKITLSClientAuthentication(id, tls.identity().leaf()),
                        grant));
            case ClientAuth.SecretBasic basic ->
                Outcome.ok(
                        new TokenRequest.Builder(endpoint, new ClientSecretBasic(id, secret(basic.secret())), grant));
            case ClientAuth.SecretPost post ->
                Outcome.ok(new TokenRequest.Builder(endpoint, new ClientSecretPost(id, secret(post.secret())), grant));
            case ClientAuth.PrivateKeyJwt jwt -> assertion(endpoint, id, jwt, grant);
        };
        return builder.map(request -> {
            if (!spec.scopes().isEmpty()) {
                request.scope(new Scope(spec.scopes().toArray(String[]::new)));
            }
            spec.audience().ifPresent(audience -> request.customParameter("audience", audience));
            return request.build();
        });
    }

    private static Outcome<TokenRequest.Builder> assertion(
            URI endpoint, ClientID id, ClientAuth.PrivateKeyJwt jwt, AuthorizationGrant grant) {
        try {
            PrivateKeyJWT proof = new PrivateKeyJWT(
                    id,
                    endpoint,
                    JWSAlgorithm.parse(jwt.algorithm().headerName()),
                    jwt.key().privateKey(),
                    jwt.keyId().orElse(null),
                    null);
            return Outcome.ok(new TokenRequest.Builder(endpoint, proof, grant));
        } catch (JOSEException | IllegalArgumentException unfit) {
            return Diagnosis.of(OAuthCode.CLIENT_KEY)
                    .with("algorithm", jwt.algorithm().headerName())
                    .remedy("token.fitting-algorithm")
                    .failed();
        }
    }

    private static AuthorizationGrant grant(Grant grant) {
        return switch (grant) {
            case Grant.ClientCredentials own -> new ClientCredentialsGrant();
            case Grant.Password user ->
                new ResourceOwnerPasswordCredentialsGrant(user.userName(), secret(user.password()));
            case Grant.Refresh refresh ->
                new RefreshTokenGrant(new RefreshToken(refresh.refreshToken().reveal()));
            case Grant.DeviceCode device ->
                new DeviceCodeGrant(new DeviceCode(device.code().reveal()));
        };
    }

    private static com.nimbusds.oauth2.sdk.auth.Secret secret(dev.gangway.secret.Secret ours) {
        return new com.nimbusds.oauth2.sdk.auth.Secret(ours.reveal());
    }
}
