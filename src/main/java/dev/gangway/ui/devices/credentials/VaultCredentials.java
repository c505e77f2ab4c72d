package dev.gangway.ui.devices.credentials;

import dev.gangway.authorities.Authorities;
import dev.gangway.authorities.Authority;
import dev.gangway.background.Cancellation;
import dev.gangway.credentials.HardwareKeys;
import dev.gangway.credentials.TokenPlace;
import dev.gangway.credentials.TokenRequests;
import dev.gangway.device.HeldToken;
import dev.gangway.device.TokenClient;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.inventory.DeviceProfiles;
import dev.gangway.pki.hardware.HardwareKey;
import dev.gangway.pki.hardware.HardwareTokens.LastTry;
import dev.gangway.pki.hardware.TokenInfo;
import dev.gangway.secret.Secret;
import dev.gangway.server.ProfileProvisioning;
import dev.gangway.server.ServerAdapter.Profile;
import dev.gangway.token.oauth.DeviceAuthorization;
import dev.gangway.token.oauth.Metadata;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** Editing credentials over an unlocked vault. */
public record VaultCredentials(
        Authorities knownAuthorities, DeviceProfiles profiles, HardwareKeys hardware, TokenRequests tokenRequests)
        implements CredentialWork {
    @Override
    public List<Authority> authorities() {
        return knownAuthorities.all();
    }

    @Override
    public Outcome<Profile> setUp(
            UUID server, String profile, ProfileProvisioning provisioning, Cancellation cancellation) {
        return profiles.setUp(server, profile, provisioning, cancellation);
    }

    @Override
    public Outcome<List<TokenInfo>> hardwareTokens(String module) {
        return hardware.tokens(Path.of(module));
    }

    @Override
    public Outcome<List<HardwareKey>> openToken(String module, String token, Secret pin) {
        TokenPlace place = new TokenPlace(Path.of(module), token);
        return hardware.open(place, pin, LastTry.SPARE).then(open -> hardware.keys(place));
    }

    @Override
    public Outcome<Metadata> discover(URI issuer, List<String> trustAnchors, Cancellation cancellation) {
        return tokenRequests.discover(issuer, trustAnchors, cancellation);
    }

    @Override
    public Outcome<HeldToken> fetch(TokenClient client, Cancellation cancellation) {
        return tokenRequests.fetch(client, cancellation);
    }

    @Override
    public Outcome<DeviceAuthorization> login(TokenClient client, Cancellation cancellation) {
        return tokenRequests.login(client, cancellation);
    }

    @Override
    public Outcome<HeldToken> await(TokenClient client, DeviceAuthorization login, Cancellation cancellation) {
        return tokenRequests.await(client, login, cancellation);
    }
}
