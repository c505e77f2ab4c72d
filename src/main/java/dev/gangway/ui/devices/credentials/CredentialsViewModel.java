package dev.gangway.ui.devices.credentials;

import dev.gangway.background.Background;
import dev.gangway.credentials.CredentialChoice;
import dev.gangway.device.Credential;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.pki.CredentialReader;
import dev.gangway.ui.kit.IdentityReader;
import dev.gangway.ui.kit.ImportViewModel;
import dev.gangway.ui.kit.token.SigningViewModel;
import java.time.Clock;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What a device signs in with, as people choose it: a type, and an editor for each. For the UI thread alone. */
public final class CredentialsViewModel {
    private final EditedDevice device = new EditedDevice();
    private final ObjectProperty<CredentialType> type = new SimpleObjectProperty<>(CredentialType.TOKEN);
    private final TokenViewModel token = new TokenViewModel();
    private final BasicViewModel basic = new BasicViewModel();
    private final LeafViewModel leaf;
    private final ChainViewModel chain;
    private final ProvisioningViewModel provisioning;
    private final JwtViewModel jwt;
    private final OAuthViewModel oauth;

    /** Creates one that starts with a generated access token. */
    public CredentialsViewModel(
            CredentialWork work, CredentialReader files, IdentityReader reader, Background background, Clock clock) {
        leaf = new LeafViewModel(
                device,
                new IssuerViewModel(work, background),
                ImportViewModel.ofLeaf(reader, background),
                new HardwareViewModel(work, background));
        chain = new ChainViewModel(
                device,
                new IssuerViewModel(work, background),
                ImportViewModel.ofChain(reader, background),
                new ChainProfileViewModel(new ProfileSetUpViewModel(device, work, background)));
        provisioning = new ProvisioningViewModel(new ProfileSetUpViewModel(device, work, background));
        jwt = new JwtViewModel(device, new SigningViewModel(files, background, clock), clock);
        oauth = new OAuthViewModel(
                device, work, new TokenClientViewModel(files, ImportViewModel.ofChain(reader, background)), background);
    }

    /** The device that it is for. */
    public EditedDevice device() {
        return device;
    }

    /** The type that is chosen. */
    public ObjectProperty<CredentialType> type() {
        return type;
    }

    /** What is wrong with what was entered; also where something is still missing. */
    public Optional<Diagnosis> problem() {
        return editor().problem();
    }

    /** The choice for the recipe; empty where it is not complete. */
    public Optional<CredentialChoice> choice() {
        return editor().choice();
    }

    /** Makes room for the next device. */
    public void clear() {
        for (CredentialType each : CredentialType.values()) {
            editor(each).clear();
        }
    }

    Optional<Credential> preview() {
        return editor().preview();
    }

    CredentialEditor editor() {
        return editor(type.get());
    }

    CredentialEditor editor(CredentialType of) {
        return switch (of) {
            case TOKEN -> token;
            case BASIC -> basic;
            case X509_LEAF -> leaf;
            case X509_CHAIN -> chain;
            case PROVISIONING -> provisioning;
            case JWT -> jwt;
            case OAUTH -> oauth;
        };
    }

    /** The types of credential that people can choose, in the order in which they are offered. */
    public enum CredentialType {
        /** Access token. */
        TOKEN,
        /** MQTT basic. */
        BASIC,
        /** Certificate known by its fingerprint. */
        X509_LEAF,
        /** Certificate known by its issuer. */
        X509_CHAIN,
        /** Handed out by the server at first contact. */
        PROVISIONING,
        /** JSON Web Token. */
        JWT,
        /** Token of an OAuth 2.0 server. */
        OAUTH
    }
}
