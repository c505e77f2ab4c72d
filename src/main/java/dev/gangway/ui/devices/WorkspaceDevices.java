package dev.gangway.ui.devices;

import dev.gangway.background.Cancellation;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.inventory.OnboardingCode;
import dev.gangway.onboarding.Workspace;
import dev.gangway.server.ServerEntry;
import dev.gangway.testing.RunSummary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The list of devices over an unlocked vault. */
public final class WorkspaceDevices implements DeviceWork {
    private final Workspace workspace;

    /** Creates one. */
    public WorkspaceDevices(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public List<DeviceRow> rows() {
        Map<UUID, RunSummary> newest = workspace.tests().newest();
        return workspace.devices().all().stream()
                .map(device -> DeviceRow.of(device, Optional.ofNullable(newest.get(device.id()))))
                .toList();
    }

    @Override
    public Details details(Device device) {
        String server = device.server()
                .server()
                .flatMap(workspace.servers()::get)
                .map(ServerEntry::name)
                .orElse("");
        return new Details(
                server,
                workspace.tests().history(device.id()),
                workspace.devices().history(device));
    }

    @Override
    public Outcome<Device> push(Device device, Cancellation cancellation) {
        return device.server()
                .server()
                .map(server -> workspace.pusher().push(device, server, cancellation))
                .orElseGet(() -> Diagnosis.of(OnboardingCode.DEVICE_HAS_NO_SERVER)
                        .with("name", device.name())
                        .remedy("choose-server")
                        .failed());
    }

    @Override
    public void remove(Device device) {
        workspace.devices().remove(device);
    }

    @Override
    public void restore(Device device) {
        workspace.devices().save(device);
    }
}
