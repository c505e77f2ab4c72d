package dev.gangway.ui.devices.credentials;

import dev.gangway.credentials.CredentialChoice;
import dev.gangway.device.Credential;
import dev.gangway.diagnosis.Diagnosis;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;

/** What people enter for one type of credential. For the UI thread alone. */
sealed interface CredentialEditor
        permits TokenViewModel,
                BasicViewModel,
                LeafViewModel,
                ChainViewModel,
                ProvisioningViewModel,
                JwtViewModel,
                OAuthViewModel {
    /** What is wrong with what was entered; also where something is still missing. */
    Optional<Diagnosis> problem();

    /** What to make; empty where there is a problem. */
    Optional<CredentialChoice> choice();

    /** The credential, as far as it is known before it is made. */
    Optional<Credential> preview();

    /** What the answers above depend on. */
    List<Observable> inputs();

    /** Makes room for the next device: nothing that must be unique is left. */
    void clear();
}
