package dev.gangway.ui.watch;

import dev.gangway.background.Cancellation;
import dev.gangway.bench.live.LiveSession;
import dev.gangway.bench.live.Watcher;
import dev.gangway.bench.model.Plan;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.server.DeviceInterface;
import dev.gangway.ui.kit.TestSubject;

/** What the screen asks of the program. Every method blocks; called off the UI thread. */
public interface WatchWork {
    /** How this device connects to its server, as it is stored now. */
    Outcome<Plan> plan(Device device, Cancellation cancellation);

    /** Opens a session; the watcher is called on other threads. Nothing is kept of one that belongs to no device. */
    LiveSession open(TestSubject subject, Plan plan, Watcher watcher);

    /** How devices talk to the server that this one connects to. */
    DeviceInterface server(TestSubject subject);
}
