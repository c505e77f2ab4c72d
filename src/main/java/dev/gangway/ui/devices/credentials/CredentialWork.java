package dev.gangway.ui.devices.credentials;

import dev.gangway.authorities.Authority;
import dev.gangway.background.Cancellation;
import dev.gangway.device.HeldToken;
import dev.gangway.device.TokenClient;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.hardware.HardwareKey;
import dev.gangway.pki.hardware.TokenInfo;
import dev.gangway.secret.Secret;
import dev.gangway.server.ProfileProvisioning;
import dev.gangway.server.ServerAdapter.Profile;
import dev.gangway.token.oauth.DeviceAuthorization;
import dev.gangway.token.oauth.Metadata;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/** What editors of credentials ask of the program. Every method blocks; called off the UI thread. */
public interface CredentialWork {
    /** The authorities in the vault. */
    List<Authority> authorities();

    /** Makes or changes the profile of this name, as at {@link dev.gangway.inventory.DeviceProfiles#setUp}. */
    Outcome<Profile> setUp(UUID server, String profile, ProfileProvisioning provisioning, Cancellation cancellation);

    /** The hardware tokens that a PKCS#11 module at this path gives access to. */
    Outcome<List<TokenInfo>> hardwareTokens(String module);

    /** Opens a hardware token for this session; its keys. The caller wipes the PIN. */
    Outcome<List<HardwareKey>> openToken(String module, String token, Secret pin);

    /** As at {@link dev.gangway.credentials.TokenRequests#discover}. */
    Outcome<Metadata> discover(URI issuer, List<String> trustAnchors, Cancellation cancellation);

    /** As at {@link dev.gangway.credentials.TokenRequests#fetch}. */
    Outcome<HeldToken> fetch(TokenClient client, Cancellation cancellation);

    /** As at {@link dev.gangway.credentials.TokenRequests#login}. */
    Outcome<DeviceAuthorization> login(TokenClient client, Cancellation cancellation);

    /** As at {@link dev.gangway.credentials.TokenRequests#await}. */
    Outcome<HeldToken> await(TokenClient client, DeviceAuthorization login, Cancellation cancellation);
}
