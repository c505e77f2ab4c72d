package dev.gangway.ui.watch;

import dev.gangway.background.Cancellation;
import dev.gangway.bench.Plan;
import dev.gangway.bench.live.LiveSession;
import dev.gangway.bench.live.Watcher;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Outcome;

/** What the screen asks of the program. Every method blocks; called off the UI thread. */
public interface WatchWork {
    /** How this device connects to its server, as it is stored now. */
    Outcome<Plan> plan(Device device, Cancellation cancellation);

    /** Opens a session as this device; the watcher is called on other threads. */
    LiveSession open(Device device, Plan plan, Watcher watcher);
}
