package dev.gangway.ui.devices.credentials;

import dev.gangway.authorities.Authority;
import dev.gangway.background.Cancellation;
import dev.gangway.credentials.TokenPlace;
import dev.gangway.device.HeldToken;
import dev.gangway.device.TokenClient;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.onboarding.Workspace;
import dev.gangway.pki.hardware.HardwareKey;
import dev.gangway.pki.hardware.HardwareTokens.LastTry;
import dev.gangway.pki.hardware.TokenInfo;
import dev.gangway.secret.Secret;
import dev.gangway.server.ProfileProvisioning;
import dev.gangway.server.ServerAdapter.Profile;
import dev.gangway.token.oauth.DeviceLogin;
import dev.gangway.token.oauth.Metadata;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** Editing credentials over an unlocked vault. */
public final class WorkspaceCredentials implements CredentialWork {
    private final Workspace workspace;

    /** Creates one. */
    public WorkspaceCredentials(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public List<Authority> authorities() {
        return workspace.authorities().all();
    }

    @Override
    public Outcome<Profile> setUp(
            UUID server, String profile, ProfileProvisioning provisioning, Cancellation cancellation) {
        return workspace.profiles().setUp(server, profile, provisioning, cancellation);
    }

    @Override
    public Outcome<List<TokenInfo>> hardwareTokens(String module) {
        return workspace.hardware().tokens(Path.of(module));
    }

    @Override
    public Outcome<List<HardwareKey>> openToken(String module, String token, Secret pin) {
        TokenPlace place = new TokenPlace(Path.of(module), token);
        return workspace
                .hardware()
                .open(place, pin, LastTry.SPARE)
                .then(open -> workspace.hardware().keys(place));
    }

    @Override
    public Outcome<Metadata> discover(URI issuer, List<String> trustAnchors, Cancellation cancellation) {
        return workspace.tokenRequests().discover(issuer, trustAnchors, cancellation);
    }

    @Override
    public Outcome<HeldToken> fetch(TokenClient client, Cancellation cancellation) {
        return workspace.tokenRequests().fetch(client, cancellation);
    }

    @Override
    public Outcome<DeviceLogin> login(TokenClient client, Cancellation cancellation) {
        return workspace.tokenRequests().login(client, cancellation);
    }

    @Override
    public Outcome<HeldToken> await(TokenClient client, DeviceLogin login, Cancellation cancellation) {
        return workspace.tokenRequests().await(client, login, cancellation);
    }
}
