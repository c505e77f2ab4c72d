package dev.gangway.credentials;

import dev.gangway.background.Cancellation;
import dev.gangway.device.HeldToken;
import dev.gangway.device.TokenClient;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.http.HttpClients;
import dev.gangway.inventory.OnboardingCode;
import dev.gangway.token.oauth.DeviceAuthorization;
import dev.gangway.token.oauth.DeviceFlow;
import dev.gangway.token.oauth.Grant;
import dev.gangway.token.oauth.Metadata;
import java.net.URI;
import java.time.Clock;
import java.util.List;

/** Asks authorization servers on behalf of clients as devices have them. Every call blocks and can be cancelled. */
public final class TokenRequests {
    private final HttpClients http;
    private final Clock clock;

    /** Creates one. */
    public TokenRequests(HttpClients http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    /**
     * Reads what a server says of itself (RFC 8414, OpenID Connect Discovery).
     *
     * @param trustAnchors PEM; empty for those that Java ships
     */
    public Outcome<Metadata> discover(URI issuer, List<String> trustAnchors, Cancellation cancellation) {
        return TokenClients.asker(http, trustAnchors, clock).then(client -> client.discover(issuer, cancellation));
    }

    /** Fetches the keys that a server signs with, as a JSON Web Key Set (RFC 7517). */
    public Outcome<String> keySet(URI address, List<String> trustAnchors, Cancellation cancellation) {
        return TokenClients.asker(http, trustAnchors, clock).then(client -> client.keySet(address, cancellation));
    }

    /** A token by the client's grant; fails for a grant that a person has to approve, see {@link #login}. */
    public Outcome<HeldToken> fetch(TokenClient client, Cancellation cancellation) {
        return TokenClients.grant(client)
                .map(grant -> TokenClients.asker(http, client.trustAnchors(), clock)
                        .then(asker -> TokenClients.request(client, grant)
                                .then(request -> asker.request(request, cancellation)))
                        .map(TokenClients::held))
                .orElseGet(() -> loginNeeded(client));
    }

    /** Begins a login that a person approves on another screen (RFC 8628). */
    public Outcome<DeviceAuthorization> login(TokenClient client, Cancellation cancellation) {
        return client.grant() instanceof TokenClient.Grant.DeviceLogin(URI endpoint)
                ? TokenClients.asker(http, client.trustAnchors(), clock)
                        .then(asker -> asker.startDevice(endpoint, client.clientId(), client.scopes(), cancellation))
                : loginNeeded(client);
    }

    /** Waits until the person has decided, or the code has run out. */
    public Outcome<HeldToken> await(TokenClient client, DeviceAuthorization login, Cancellation cancellation) {
        return TokenClients.asker(http, client.trustAnchors(), clock)
                .then(asker -> TokenClients.request(client, new Grant.DeviceCode(login.deviceCode()))
                        .then(request -> new DeviceFlow(asker, clock).await(login, request, cancellation)))
                .map(TokenClients::held);
    }

    static <T> Outcome<T> loginNeeded(TokenClient client) {
        return Diagnosis.of(OnboardingCode.LOGIN_NEEDED)
                .with("host", client.endpoint().getHost())
                .remedy("log-in-again")
                .failed();
    }
}
