package dev.gangway.credentials;

import dev.gangway.background.Cancellation;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Diagnosis;
import java.util.Optional;

/** Shows by a live connection that a server takes what a device signs in with. */
@FunctionalInterface
public interface ConnectionProof {
    /** Connects as this device, once; blocks until the verdict. Says why it was refused; empty where it was taken. */
    Optional<Diagnosis> refusal(Device device, Cancellation cancellation);
}
