package dev.gangway.ui.devices.credentials;

import dev.gangway.device.Credential;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.onboarding.Recipe.CredentialChoice;
import dev.gangway.ui.kit.ImportViewModel;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What a device signs in with, as people choose it: a type, and an editor for each. For the UI thread alone. */
public final class CredentialsViewModel {
    private final EditedDevice device = new EditedDevice();
    private final ObjectProperty<CredentialType> type = new SimpleObjectProperty<>(CredentialType.TOKEN);
    private final TokenViewModel token = new TokenViewModel();
    private final BasicViewModel basic = new BasicViewModel();
    private final LeafViewModel leaf;

    /**
     * Creates one that starts with a generated access token.
     *
     * @param imports makes a place for certificates that are brought in
     */
    public CredentialsViewModel(Supplier<ImportViewModel> imports) {
        leaf = new LeafViewModel(device, imports.get());
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
        };
    }
}
