package dev.gangway.ui.watch;

import dev.gangway.background.Cancellation;
import dev.gangway.bench.live.LiveSession;
import dev.gangway.bench.live.Watcher;
import dev.gangway.bench.model.Plan;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.onboarding.Workspace;
import dev.gangway.ui.kit.Subject;

/** Live sessions over an unlocked vault. */
public final class WorkspaceWatch implements WatchWork {
    private final Workspace workspace;

    /** Creates one. */
    public WorkspaceWatch(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Outcome<Plan> plan(Device device, Cancellation cancellation) {
        return workspace.live().plan(device, cancellation);
    }

    @Override
    public LiveSession open(Subject subject, Plan plan, Watcher watcher) {
        return switch (subject) {
            case Subject.OfDevice(Device device) -> workspace.live().open(device, plan, watcher);
            case Subject.AdHoc _ -> workspace.live().openAlone(plan, watcher);
        };
    }
}
