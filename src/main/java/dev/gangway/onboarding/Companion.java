package dev.gangway.onboarding;

import dev.gangway.device.Device;
import dev.gangway.diagnosis.Diagnosis;
import java.util.Optional;

/** What somebody does along with an onboarding. Called in the thread that onboards. */
public interface Companion {
    /** Does nothing. */
    Companion NONE = new Companion() {};

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
