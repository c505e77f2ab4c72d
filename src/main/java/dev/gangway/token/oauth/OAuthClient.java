package dev.gangway.token.oauth;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationRequest;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationResponse;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.token.AccessTokenType;
import com.nimbusds.oauth2.sdk.token.Tokens;
import dev.gangway.background.Cancellation;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.http.HttpClients;
import dev.gangway.pki.Identity;
import dev.gangway.secret.Secret;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import okhttp3.OkHttpClient;

/** Gets tokens from an OAuth 2.0 authorization server. Every call blocks and ends early when cancelled. */
public final class OAuthClient {
    private static final Duration DEADLINE = Duration.ofSeconds(15);

    private final HttpClients clients;
    private final List<X509Certificate> trustAnchors;
    private final Duration deadline;
    private final OkHttpClient plain;
    private final Clock clock;

    /**
     * Creates one that waits 15 s for each answer.
     *
     * @param clients share their sockets
     * @param trustAnchors the server's TLS chain may end at; empty for those that Java ships
     */
    public OAuthClient(HttpClients clients, List<X509Certificate> trustAnchors, Clock clock) {
        this(clients, trustAnchors, clock, DEADLINE);
    }

    /** The same with this deadline for each call. */
    public OAuthClient(HttpClients clients, List<X509Certificate> trustAnchors, Clock clock, Duration deadline) {
        this.deadline = deadline;
        this.clients = clients;
        this.trustAnchors = List.copyOf(trustAnchors);
        this.clock = clock;
        plain = showing(Optional.empty());
    }

    /** Asks for a token; an answer that is no token becomes a diagnosis with the server's own words as evidence. */
    public Outcome<IssuedToken> request(TokenRequestSpec spec, Cancellation cancellation) {
        return Requests.token(spec)
                .then(request -> Http.send(client(spec.client()), http(request), cancellation))
                .then(answer -> issued(spec, answer));
    }

    /** Reads what the server says of itself, from its issuer address (RFC 8414, then OpenID Connect Discovery). */
    public Outcome<Metadata> discover(URI issuer, Cancellation cancellation) {
        String base = issuer.toString().replaceAll("/+$", "");
        URI openId = URI.create(base + "/.well-known/openid-configuration");
        // RFC 8414 puts the well-known part between host and path.
        URI oauth = issuer.resolve("/.well-known/oauth-authorization-server"
                + Optional.ofNullable(issuer.getRawPath()).orElse("").replaceAll("/+$", ""));
        Outcome<Metadata> first = metadata(openId, cancellation);
        if (first.isOk()) {
            return first;
        }
        Outcome<Metadata> second = metadata(oauth, cancellation);
        return second.isOk() ? second : first;
    }

    /** Fetches a JSON Web Key Set (RFC 7517) as text; whether it is one shows when it is used. */
    public Outcome<String> keySet(URI address, Cancellation cancellation) {
        return Http.send(plain, new HTTPRequest(HTTPRequest.Method.GET, address), cancellation)
                .then(answer -> answer.getStatusCode() == 200
                        ? Outcome.ok(Optional.ofNullable(answer.getBody()).orElse(""))
                        : Answers.refused(address, answer));
    }

    private Outcome<Metadata> metadata(URI address, Cancellation cancellation) {
        return Http.send(plain, new HTTPRequest(HTTPRequest.Method.GET, address), cancellation)
                .then(answer -> {
                    if (answer.getStatusCode() != 200) {
                        return Answers.refused(address, answer);
                    }
                    try {
                        AuthorizationServerMetadata said = AuthorizationServerMetadata.parse(answer.getBody());
                        if (said.getTokenEndpointURI() == null) {
                            return Answers.badMetadata(address);
                        }
                        return Outcome.ok(Answers.metadata(said));
                    } catch (ParseException notMetadata) {
                        return Answers.badMetadata(address);
                    }
                });
    }

    /** Starts a login that a person approves on another screen (RFC 8628). */
    public Outcome<DeviceAuthorization> startDevice(
            URI endpoint, String clientId, List<String> scopes, Cancellation cancellation) {
        HTTPRequest request = new DeviceAuthorizationRequest.Builder(new ClientID(clientId))
                .scope(new Scope(scopes.toArray(String[]::new)))
                .endpointURI(endpoint)
                .build()
                .toHTTPRequest();
        return Http.send(plain, request, cancellation).then(answer -> {
            try {
                DeviceAuthorizationResponse parsed = DeviceAuthorizationResponse.parse(answer);
                if (!parsed.indicatesSuccess()) {
                    return Answers.refused(endpoint, answer);
                }
                DeviceAuthorizationSuccessResponse login = parsed.toSuccessResponse();
                return Outcome.ok(new DeviceAuthorization(
                        Secret.of(login.getDeviceCode().getValue()),
                        login.getUserCode().getValue(),
                        login.getVerificationURI(),
                        Optional.ofNullable(login.getVerificationURIComplete()),
                        clock.instant().plusSeconds(login.getLifetime()),
                        Duration.ofSeconds(login.getInterval())));
            } catch (ParseException unreadable) {
                return Answers.refused(endpoint, answer);
            }
        });
    }

    private Outcome<IssuedToken> issued(TokenRequestSpec spec, HTTPResponse answer) {
        try {
            TokenResponse parsed = TokenResponse.parse(answer);
            if (!parsed.indicatesSuccess()) {
                return Answers.refused(spec.endpoint(), answer);
            }
            Tokens tokens = parsed.toSuccessResponse().getTokens();
            if (AccessTokenType.DPOP.equals(tokens.getAccessToken().getType())) {
                return Diagnosis.of(OAuthCode.DPOP_TOKEN)
                        .remedy("oauth.no-dpop")
                        .failed();
            }
            long seconds = tokens.getAccessToken().getLifetime();
            return Outcome.ok(new IssuedToken(
                    Secret.of(tokens.getAccessToken().getValue()),
                    Optional.ofNullable(tokens.getRefreshToken()).map(token -> Secret.of(token.getValue())),
                    clock.instant(),
                    seconds > 0 ? Optional.of(Duration.ofSeconds(seconds)) : Optional.empty(),
                    Optional.ofNullable(tokens.getAccessToken().getScope())
                            .map(Scope::toStringList)
                            .orElse(spec.scopes())));
        } catch (ParseException unreadable) {
            return Answers.refused(spec.endpoint(), answer);
        }
    }

    private static HTTPRequest http(TokenRequest request) {
        HTTPRequest http = request.toHTTPRequest();
        http.setAccept("application/json");
        return http;
    }

    private OkHttpClient client(ClientAuth auth) {
        return auth instanceof ClientAuth.MutualTls tls ? showing(Optional.of(tls.identity())) : plain;
    }

    private OkHttpClient showing(Optional<Identity> identity) {
        return clients.trusting(trustAnchors, identity)
                .newBuilder()
                .callTimeout(deadline)
                .build();
    }
}
