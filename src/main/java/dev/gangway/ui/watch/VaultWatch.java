package dev.gangway.ui.watch;

import dev.gangway.background.Cancellation;
import dev.gangway.bench.live.LiveSession;
import dev.gangway.bench.live.Watcher;
import dev.gangway.bench.model.Plan;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.inventory.Servers;
import dev.gangway.server.DeviceInterface;
import dev.gangway.server.ServerEntry;
import dev.gangway.testing.LiveSessions;
import dev.gangway.ui.kit.TestSubject;
import java.util.Optional;

/** Live sessions over an unlocked vault. */
public record VaultWatch(LiveSessions sessions, Servers servers) implements WatchWork {
    @Override
    public Outcome<Plan> plan(Device device, Cancellation cancellation) {
        return sessions.plan(device, cancellation);
    }

    @Override
    public LiveSession open(TestSubject subject, Plan plan, Watcher watcher) {
        return switch (subject) {
            case TestSubject.OfDevice(Device device) -> sessions.open(device, plan, watcher);
            case TestSubject.AdHoc _ -> sessions.openAlone(plan, watcher);
        };
    }

    @Override
    public DeviceInterface server(TestSubject subject) {
        Optional<ServerEntry> known = subject instanceof TestSubject.OfDevice(Device device)
                ? device.server().server().flatMap(servers::get)
                : Optional.empty();
        return known.map(servers::kind).orElseGet(() -> servers.kinds().usual()).devices();
    }
}
