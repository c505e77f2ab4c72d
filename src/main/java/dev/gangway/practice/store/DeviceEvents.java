package dev.gangway.practice.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/** Told of what concerns a device that may be connected just now. */
public interface DeviceEvents {
    /** It signs in with something else from now on, or is gone. */
    void credentialsGone(UUID device);

    /** Somebody set shared attributes. */
    void sharedAttributesChanged(UUID device, ObjectNode changes);
}
