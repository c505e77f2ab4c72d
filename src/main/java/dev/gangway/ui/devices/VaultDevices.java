package dev.gangway.ui.devices;

import dev.gangway.authorities.Successor;
import dev.gangway.background.Cancellation;
import dev.gangway.bench.model.Verdict;
import dev.gangway.credentials.CredentialDeployer;
import dev.gangway.credentials.Renewals;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.inventory.Devices;
import dev.gangway.inventory.OnboardingCode;
import dev.gangway.inventory.Servers;
import dev.gangway.server.ServerEntry;
import dev.gangway.testing.DeviceTests;
import dev.gangway.testing.RunSummary;
import dev.gangway.testing.TestChoices;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The list of devices over an unlocked vault. */
public record VaultDevices(
        Devices devices, Servers servers, CredentialDeployer deployer, Renewals renewals, DeviceTests tests)
        implements DeviceWork {
    @Override
    public List<DeviceRow> rows() {
        Map<UUID, RunSummary> newest = tests.newest();
        return devices.all().stream()
                .map(device -> DeviceRow.of(device, Optional.ofNullable(newest.get(device.id()))))
                .toList();
    }

    @Override
    public Details details(Device device) {
        String server = device.server()
                .server()
                .flatMap(servers::get)
                .map(ServerEntry::name)
                .orElse("");
        return new Details(server, tests.history(device.id()), devices.history(device));
    }

    @Override
    public Outcome<Device> push(Device device, Cancellation cancellation) {
        Device now = devices.get(device.id()).orElse(device);
        return now.server()
                .server()
                .map(server -> deployer.push(now, server, cancellation))
                .orElseGet(() -> Diagnosis.of(OnboardingCode.DEVICE_HAS_NO_SERVER)
                        .with("name", now.name())
                        .remedy("choose-server")
                        .failed());
    }

    @Override
    public Outcome<Device> test(Device device, Cancellation cancellation) {
        Device now = devices.get(device.id()).orElse(device);
        return tests.plan(now, TestChoices.standard(), cancellation).then(plan -> switch (tests.run(
                        now, plan, event -> {}, cancellation)
                .verdict()) {
            case Verdict.Passed _ -> Outcome.ok(now);
            case Verdict.Failed(Diagnosis why) -> Outcome.failed(why);
            case Verdict.Cancelled _ -> Diagnosis.of(OnboardingCode.CANCELLED).failed();
        });
    }

    @Override
    public Outcome<Device> renew(Device device, Successor.Key key, Cancellation cancellation) {
        return renewals.renewed(devices.get(device.id()).orElse(device), key, cancellation);
    }

    @Override
    public void change(Device device, UnaryOperator<Device> how) {
        devices.get(device.id()).map(how).ifPresent(devices::save);
    }

    @Override
    public void remove(Device device) {
        devices.remove(device);
    }
}
