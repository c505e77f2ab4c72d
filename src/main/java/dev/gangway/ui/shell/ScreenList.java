package dev.gangway.ui.shell;

import dev.gangway.onboarding.Workspace;
import dev.gangway.pki.CredentialCheck;
import dev.gangway.ui.audit.AuditScreen;
import dev.gangway.ui.authorities.AuthoritiesScreen;
import dev.gangway.ui.authorities.WorkspaceIssuing;
import dev.gangway.ui.bench.BenchParts;
import dev.gangway.ui.bench.BenchScreen;
import dev.gangway.ui.bench.WorkspaceBench;
import dev.gangway.ui.certificates.CertificatesScreen;
import dev.gangway.ui.certificates.WorkspaceCertificates;
import dev.gangway.ui.devices.ChangeCredentialPanel;
import dev.gangway.ui.devices.ChangeCredentialViewModel;
import dev.gangway.ui.devices.DevicesScreen;
import dev.gangway.ui.devices.NewDevicePanel;
import dev.gangway.ui.devices.NewDeviceViewModel;
import dev.gangway.ui.devices.NewDeviceWork;
import dev.gangway.ui.devices.WorkspaceDevices;
import dev.gangway.ui.devices.WorkspaceNewDevice;
import dev.gangway.ui.devices.credentials.CredentialsViewModel;
import dev.gangway.ui.devices.credentials.WorkspaceCredentials;
import dev.gangway.ui.kit.Handover;
import dev.gangway.ui.kit.IdentityReader;
import dev.gangway.ui.kit.ImportViewModel;
import dev.gangway.ui.kit.Screen;
import dev.gangway.ui.kit.Surroundings;
import dev.gangway.ui.kit.adhoc.AdHocPanel;
import dev.gangway.ui.kit.adhoc.AdHocViewModel;
import dev.gangway.ui.kit.exporting.ExportDialog;
import dev.gangway.ui.kit.importing.ImportDialog;
import dev.gangway.ui.kit.token.SigningViewModel;
import dev.gangway.ui.servers.ServersScreen;
import dev.gangway.ui.settings.SettingsScreen;
import dev.gangway.ui.settings.SettingsViewModel;
import dev.gangway.ui.text.Words;
import dev.gangway.ui.tokens.CheckViewModel;
import dev.gangway.ui.tokens.TokensScreen;
import dev.gangway.ui.watch.WatchScreen;
import dev.gangway.ui.watch.WorkspaceWatch;
import java.time.ZoneOffset;
import java.util.List;

/**
 * All screens, as they stand in the rail. A new screen is added here and nowhere else.
 *
 * @param services what the window stands on
 * @param settings in use
 * @param session over the unlocked vault
 * @param around what every screen gets
 * @param tryIt begins the first test with the practice server
 */
record ScreenList(
        AppServices services, SettingsViewModel settings, Session session, Surroundings around, Runnable tryIt) {

    List<RailGroup> groups() {
        Words words = around.words();
        return List.of(
                new RailGroup(words.get("rail.line"), line()),
                new RailGroup(words.get("rail.debug"), debug()),
                new RailGroup(words.get("rail.vault"), vault()),
                new RailGroup("", List.of(new SettingsScreen(settings, around, services.vaultFile()))));
    }

    private List<Screen> line() {
        return List.of(devices());
    }

    private List<Screen> debug() {
        Workspace workspace = session.workspace();
        AdHocViewModel adHoc = new AdHocViewModel(services.reader().get(), imported(), around.background());
        AdHocPanel panel = new AdHocPanel(around, adHoc);
        Handover handover = new Handover();
        WorkspaceBench bench = new WorkspaceBench(workspace);
        BenchScreen screen = new BenchScreen(
                around,
                new BenchParts(
                        bench,
                        bench,
                        bench,
                        bench,
                        panel,
                        id -> workspace.devices().get(id),
                        session.freshRuns(),
                        handover));
        WatchScreen watch = new WatchScreen(
                around, new WorkspaceWatch(workspace), id -> workspace.devices().get(id), panel, handover);
        return List.of(screen, watch, tokens());
    }

    private Screen tokens() {
        CheckViewModel check = new CheckViewModel(
                (address, cancellation) -> session.workspace().tokenRequests().keySet(address, List.of(), cancellation),
                around.background(),
                services.clock().withZone(ZoneOffset.UTC));
        return new TokensScreen(
                around, check, new SigningViewModel(services.reader().get(), around.background(), services.clock()));
    }

    private ImportViewModel imported() {
        return ImportViewModel.ofLeaf(identities(), around.background());
    }

    private IdentityReader identities() {
        CredentialCheck check = new CredentialCheck(services.clock().withZone(ZoneOffset.UTC));
        return new IdentityReader(
                services.reader().get(), session.workspace().imports().importer(), check);
    }

    private Screen devices() {
        NewDeviceWork work = new WorkspaceNewDevice(session.workspace());
        NewDeviceViewModel newDevice = new NewDeviceViewModel(work, credentials(), around.background());
        ChangeCredentialViewModel change = new ChangeCredentialViewModel(work, credentials(), around.background());
        return new DevicesScreen(
                around,
                new WorkspaceDevices(session.workspace()),
                new NewDevicePanel(around, newDevice, session.freshRuns()),
                new ChangeCredentialPanel(around, change, session.freshRuns()),
                new ExportDialog(around, session.workspace().exports()),
                new ImportDialog(around, session.workspace().imports()),
                services.clock());
    }

    private CredentialsViewModel credentials() {
        return new CredentialsViewModel(
                new WorkspaceCredentials(session.workspace()),
                services.reader().get(),
                identities(),
                around.background(),
                services.clock().withZone(ZoneOffset.UTC));
    }

    private List<Screen> vault() {
        return List.of(
                new CertificatesScreen(
                        new WorkspaceCertificates(session.workspace()),
                        around,
                        new ExportDialog(around, session.workspace().exports()),
                        services.clock()),
                new AuthoritiesScreen(
                        session.workspace().authorities(),
                        new WorkspaceIssuing(session.workspace()),
                        around,
                        new ExportDialog(around, session.workspace().exports()),
                        services.clock()),
                new ServersScreen(session.workspace().servers(), around, tryIt),
                new AuditScreen(session.workspace().audit(), around));
    }
}
