package dev.gangway.credentials;

import dev.gangway.device.Device;
import dev.gangway.diagnosis.Diagnosis;
import java.util.UUID;

/** Where a push notes that it is about to act on a server, so that a crash in between is not forgotten. */
public interface PushJournal {
    /** Notes that a push is about to act on this server, unless somebody has noted it for the device. */
    void enter(Device device, UUID server);

    /** Whether something is noted of this device, so that nothing more needs to be. */
    boolean isEntered(UUID device);

    /** The push has ended and what it came to is in doubt, or waits for the server; does nothing where none is noted. */
    void triedInVain(UUID device, Diagnosis why);

    /** The push has ended, with nothing left in doubt. */
    void leave(UUID device);
}
