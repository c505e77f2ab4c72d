package dev.gangway.onboarding;

import dev.gangway.credentials.CredentialChoice;
import dev.gangway.credentials.CredentialSource;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.inventory.OnboardingCode;
import java.security.PublicKey;
import java.util.Optional;

/** What somebody does along with an onboarding. Called in the thread that onboards. */
public interface Companion {
    /** Does nothing. */
    Companion NONE = new Companion() {};

    /** Does nothing either, for a device that had been left waiting for its server: nobody stands by to enter it again. */
    Companion ABSENT = new Companion() {
        @Override
        public boolean keepsRefused() {
            return true;
        }
    };

    /** Whether a device that its server refuses stays in the vault, unpushed, rather than being taken back. */
    default boolean keepsRefused() {
        return false;
    }

    /**
     * The public key of the key pair that the device has made and keeps, for which a certificate is issued. Asked once,
     * where the device is to make its key itself, before it has a credential; may block.
     *
     * @return the key, proven to be the device's; or why there is none
     */
    default Outcome<PublicKey> deviceKey(Device device) {
        return Diagnosis.of(OnboardingCode.DEVICE_NOT_ASKED)
                .with("name", device.name())
                .failed();
    }

    /** A credential as chosen, with the key of the device itself where that is what was chosen. */
    default Outcome<Credential> credential(CredentialSource credentials, CredentialChoice choice, Device device) {
        return choice instanceof CredentialChoice.OnDevice own
                ? deviceKey(device).then(key -> credentials.certify(own, device, key))
                : credentials.make(choice, device);
    }

    /**
     * The device is in the vault with its credential, and no server has heard of it. It is called again where a crash
     * or a server out of reach had the onboarding begin anew.
     *
     * @return why the device cannot go on; what was made of it is then taken back
     */
    default Optional<Diagnosis> beforePush(Device device) {
        return Optional.empty();
    }

    /**
     * The device has been through all steps, and nothing of that is written down yet. May block, and is called again
     * where a crash came before {@link #ended}.
     */
    default void beforeEnd(Onboarding.Result result) {}

    /**
     * The device has been through all steps. Called in the transaction that ends the journal's row: what is written to
     * the vault here is there together with that, or not at all.
     */
    default void ended(Onboarding.Result result) {}
}
