package dev.gangway.credentials;

import dev.gangway.background.Cancellation;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.device.HeldToken;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.http.HttpClients;
import dev.gangway.inventory.DeviceClaims;
import dev.gangway.inventory.InventoryRecordTypes;
import dev.gangway.token.oauth.Grant;
import dev.gangway.token.oauth.IssuedToken;
import dev.gangway.token.oauth.OAuthClient;
import dev.gangway.token.oauth.TokenKeeper;
import dev.gangway.token.oauth.TokenRequestSpec;
import dev.gangway.vault.Repository;
import dev.gangway.vault.Vault;
import java.time.Clock;
import java.util.Optional;

/**
 * Gives devices tokens that are good now: a JWT is signed again, an OAuth 2.0 token is kept until four fifths of its
 * life have passed and then fetched anew. What was fetched is in the vault before it is used, because a server may take
 * a refresh token only once. Safe for use by several threads.
 */
public final class FreshTokens {
    private final Repository<Device> devices;
    private final DeviceClaims claims;
    private final HttpClients http;
    private final Clock clock;

    /** Keeps tokens in this vault; asks authorization servers by {@code http}. */
    public FreshTokens(Vault vault, DeviceClaims claims, HttpClients http, Clock clock) {
        devices = vault.repository(InventoryRecordTypes.DEVICE);
        this.claims = claims;
        this.http = http;
        this.clock = clock;
    }

    /** The device with a fresh token; the same device where its credential needs none. Blocks while one is fetched. */
    public Outcome<Device> of(Device device, Cancellation cancellation) {
        return switch (device.credential()) {
            case Credential.Jwt jwt
            when jwt.signing().isPresent() ->
                TokenSigner.sign(jwt.signing().get(), device.name(), clock.instant())
                        .map(token -> with(
                                device, new Credential.Jwt(token, jwt.inUserName(), jwt.userName(), jwt.signing())));
            case Credential.OAuth oauth -> {
                // One at a time: two that use the same refresh token would lose it for both.
                try (DeviceClaims.Claim claim = claims.claim(device.id())) {
                    yield fetched(device, newest(device, oauth), cancellation);
                }
            }
            default -> Outcome.ok(device);
        };
    }

    /** Whether {@link #anew} has something to ask for a token. */
    public static boolean canRenew(Device device) {
        return switch (device.credential()) {
            case Credential.Jwt jwt -> jwt.signing().isPresent();
            case Credential.OAuth oauth -> true;
            default -> false;
        };
    }

    /** The device with a token fetched now, although the one it has may still look good. */
    public Outcome<Device> anew(Device device, Cancellation cancellation) {
        if (device.credential() instanceof Credential.OAuth oauth) {
            stored(device, oauth)
                    .ifPresent(known -> devices.put(with(known, ((Credential.OAuth) known.credential()).spent())));
            return of(with(device, oauth.spent()), cancellation);
        }
        return of(device, cancellation);
    }

    private Outcome<Device> fetched(Device device, Credential.OAuth oauth, Cancellation cancellation) {
        Optional<IssuedToken> before = oauth.held().map(held -> TokenClients.issued(held, oauth.client()));
        Optional<Grant> grant = TokenClients.grant(oauth.client())
                .or(() -> before.flatMap(IssuedToken::refreshToken).map(Grant.Refresh::new));
        if (grant.isEmpty()) {
            return before.filter(this::holds)
                    .map(token -> Outcome.ok(with(device, oauth)))
                    .orElseGet(() -> TokenRequests.loginNeeded(oauth.client()));
        }
        Outcome<OAuthClient> asker = TokenClients.asker(http, oauth.client().trustAnchors(), clock);
        Outcome<TokenRequestSpec> request = TokenClients.request(oauth.client(), grant.get());
        return asker.then(client ->
                        request.then(spec -> new TokenKeeper(client, spec, clock, before).fresh(cancellation)))
                .map(TokenClients::held)
                .map(token -> kept(device, oauth, token));
    }

    private boolean holds(IssuedToken token) {
        return token.expiresAt().map(end -> clock.instant().isBefore(end)).orElse(true);
    }

    /** What the vault holds for the same client is newer than what the caller read. */
    private Credential.OAuth newest(Device device, Credential.OAuth oauth) {
        return stored(device, oauth)
                .map(known -> (Credential.OAuth) known.credential())
                .filter(known -> known.held().isPresent())
                .orElse(oauth);
    }

    private Device kept(Device device, Credential.OAuth oauth, HeldToken token) {
        Credential.OAuth holding = oauth.holding(token);
        stored(device, oauth)
                .filter(known -> !known.credential().equals(holding))
                .ifPresent(known -> devices.put(with(known, holding)));
        return with(device, holding);
    }

    private Optional<Device> stored(Device device, Credential.OAuth oauth) {
        return devices.get(device.id().toString())
                .filter(known -> known.credential() instanceof Credential.OAuth its
                        && its.client().equals(oauth.client()));
    }

    /** Only the token is another; what the server knows of the device stays as it is. */
    private static Device with(Device device, Credential credential) {
        return device.withCredential(credential).withServer(device.server());
    }
}
