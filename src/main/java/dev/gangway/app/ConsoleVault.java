package dev.gangway.app;

import dev.gangway.device.Device;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.inventory.Devices;
import dev.gangway.inventory.Inventory;
import dev.gangway.inventory.Servers;
import dev.gangway.onboarding.Onboarding;
import dev.gangway.pki.CredentialReader;
import dev.gangway.secret.Secret;
import dev.gangway.testing.RunSummary;
import dev.gangway.transfer.importing.Imports;
import dev.gangway.ui.shell.RailGroup;
import dev.gangway.ui.shell.WindowVault;
import dev.gangway.vault.Vault;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** An unlocked vault as the window sees it. */
record ConsoleVault(Vault vault, Workspace workspace, CredentialReader reader, InstantSource clock)
        implements WindowVault {
    @Override
    public Servers servers() {
        return workspace.servers();
    }

    @Override
    public Devices devices() {
        return workspace.devices();
    }

    @Override
    public Inventory inventory() {
        return workspace.inventory();
    }

    @Override
    public Onboarding onboarding() {
        return workspace.onboarding();
    }

    @Override
    public Imports imports() {
        return workspace.imports();
    }

    @Override
    public Outcome<Outcome.Done> changePassphrase(Secret current, Secret fresh) {
        return vault.changePassphrase(current, fresh);
    }

    @Override
    public Outcome<Outcome.Done> backup(Path target) {
        return vault.backup(target);
    }

    @Override
    public Optional<String> lastVerdict(Device device) {
        return workspace.tests().history(device.id()).stream().findFirst().map(RunSummary::code);
    }

    @Override
    public List<RailGroup> screens(Given given) {
        return new ScreenList(workspace, reader, clock, given).groups();
    }

    @Override
    public void close() {
        workspace.close();
    }
}
