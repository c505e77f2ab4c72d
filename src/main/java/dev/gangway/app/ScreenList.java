package dev.gangway.app;

import dev.gangway.bench.model.ExperimentBounds;
import dev.gangway.pki.CredentialReader;
import dev.gangway.pki.bouncycastle.BouncyCastleKeygen;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.pki.checks.CredentialCheck;
import dev.gangway.settings.Settings;
import dev.gangway.ui.audit.AuditScreen;
import dev.gangway.ui.authorities.AuthoritiesScreen;
import dev.gangway.ui.authorities.VaultIssuing;
import dev.gangway.ui.batches.BatchesScreen;
import dev.gangway.ui.batches.VaultBatches;
import dev.gangway.ui.bench.BenchParts;
import dev.gangway.ui.bench.BenchScreen;
import dev.gangway.ui.bench.VaultBench;
import dev.gangway.ui.certificates.CertificatesScreen;
import dev.gangway.ui.certificates.VaultCertificates;
import dev.gangway.ui.devices.ChangeCredentialPanel;
import dev.gangway.ui.devices.ChangeCredentialViewModel;
import dev.gangway.ui.devices.DevicesScreen;
import dev.gangway.ui.devices.NewDevicePanel;
import dev.gangway.ui.devices.NewDeviceViewModel;
import dev.gangway.ui.devices.NewDeviceWork;
import dev.gangway.ui.devices.VaultDevices;
import dev.gangway.ui.devices.VaultNewDevice;
import dev.gangway.ui.devices.credentials.CredentialsViewModel;
import dev.gangway.ui.devices.credentials.VaultCredentials;
import dev.gangway.ui.kit.Handover;
import dev.gangway.ui.kit.IdentityReader;
import dev.gangway.ui.kit.ImportViewModel;
import dev.gangway.ui.kit.Screen;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.kit.adhoc.AdHocPanel;
import dev.gangway.ui.kit.adhoc.AdHocViewModel;
import dev.gangway.ui.kit.exporting.ExportDialog;
import dev.gangway.ui.kit.exporting.KeygenDialog;
import dev.gangway.ui.kit.importing.ImportDialog;
import dev.gangway.ui.kit.token.SigningViewModel;
import dev.gangway.ui.outbox.OutboxScreen;
import dev.gangway.ui.outbox.OutboxWork;
import dev.gangway.ui.recipes.RecipesScreen;
import dev.gangway.ui.recipes.VaultRecipes;
import dev.gangway.ui.servers.ServersScreen;
import dev.gangway.ui.shell.RailGroup;
import dev.gangway.ui.shell.WindowVault;
import dev.gangway.ui.station.StationScreen;
import dev.gangway.ui.station.VaultStation;
import dev.gangway.ui.text.Words;
import dev.gangway.ui.tokens.CheckViewModel;
import dev.gangway.ui.tokens.TokensScreen;
import dev.gangway.ui.watch.VaultWatch;
import dev.gangway.ui.watch.WatchScreen;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;

/**
 * All screens, as they stand in the rail, each with what it uses. A new screen is added here and nowhere else.
 *
 * @param workspace over the unlocked vault
 * @param reader reads certificates and keys
 * @param clock for how long ago things were
 * @param given by the window
 */
record ScreenList(Workspace workspace, CredentialReader reader, InstantSource clock, WindowVault.Given given) {
    List<RailGroup> groups() {
        Words words = around().words();
        return List.of(
                new RailGroup(words.get("rail.line"), line()),
                new RailGroup(words.get("rail.debug"), debug()),
                new RailGroup(words.get("rail.vault"), vault()),
                new RailGroup("", List.of(given.settings(), given.help())));
    }

    private ExperimentBounds experiments() {
        Settings.ExperimentLimit limit = given.chosen().get().experiments();
        return new ExperimentBounds(limit.most(), limit.within());
    }

    private ScreenContext around() {
        return given.around();
    }

    private List<Screen> line() {
        StationScreen station = new StationScreen(
                around(),
                new VaultStation(
                        workspace.recipes(),
                        workspace.units(),
                        workspace.devices(),
                        workspace.servers(),
                        workspace.stationSetups(),
                        workspace.operators()));
        BatchesScreen batches = new BatchesScreen(
                around(),
                new VaultBatches(
                        workspace.recipes(),
                        workspace.units(),
                        workspace.stationSetups(),
                        workspace.devices(),
                        workspace.servers(),
                        workspace.batches(),
                        workspace.mappings(),
                        around().words()::title,
                        clock));
        RecipesScreen recipes = new RecipesScreen(
                around(),
                new VaultRecipes(
                        workspace.recipes(), workspace.devices(), workspace.servers(), workspace.authorities()),
                clock);
        return List.of(station, batches, recipes, devices());
    }

    private List<Screen> debug() {
        AdHocViewModel adHoc = new AdHocViewModel(reader, imported(), around().background());
        AdHocPanel panel = new AdHocPanel(around(), adHoc);
        Handover handover = new Handover();
        VaultBench bench = new VaultBench(
                workspace.tests(),
                workspace.testSeries(),
                workspace.runFiles(),
                workspace.repairs(),
                workspace.devices(),
                workspace.authorities(),
                around().words(),
                this::experiments);
        BenchScreen screen = new BenchScreen(
                around(),
                new BenchParts(
                        bench,
                        bench,
                        bench,
                        bench,
                        panel,
                        id -> workspace.devices().get(id),
                        given.freshRuns(),
                        handover));
        WatchScreen watch = new WatchScreen(
                around(),
                new VaultWatch(workspace.live(), workspace.servers()),
                id -> workspace.devices().get(id),
                panel,
                handover);
        return List.of(screen, watch, tokens());
    }

    private Screen tokens() {
        CheckViewModel check = new CheckViewModel(
                (address, cancellation) -> workspace.tokenRequests().keySet(address, List.of(), cancellation),
                around().background(),
                clock.withZone(ZoneOffset.UTC));
        return new TokensScreen(around(), check, new SigningViewModel(reader, around().background(), clock));
    }

    private ImportViewModel imported() {
        return ImportViewModel.ofLeaf(identities(), around().background());
    }

    private IdentityReader identities() {
        CredentialCheck check = new CredentialCheck(clock.withZone(ZoneOffset.UTC));
        return new IdentityReader(reader, workspace.imports().importer(), check);
    }

    private Screen devices() {
        NewDeviceWork work = new VaultNewDevice(
                workspace.servers(), workspace.devices(), workspace.onboarding(), workspace.change());
        NewDeviceViewModel newDevice = new NewDeviceViewModel(work, credentials(), around().background());
        ChangeCredentialViewModel change = new ChangeCredentialViewModel(work, credentials(), around().background());
        return new DevicesScreen(
                around(),
                new VaultDevices(
                        workspace.devices(),
                        workspace.servers(),
                        workspace.deployer(),
                        workspace.renewals(),
                        workspace.tests()),
                new NewDevicePanel(around(), newDevice, given.freshRuns()),
                new ChangeCredentialPanel(around(), change, given.freshRuns()),
                new ExportDialog(around(), workspace.exports()),
                new ImportDialog(around(), workspace.imports()),
                clock);
    }

    private CredentialsViewModel credentials() {
        return new CredentialsViewModel(
                new VaultCredentials(
                        workspace.authorities(), workspace.profiles(), workspace.hardware(), workspace.tokenRequests()),
                reader,
                identities(),
                around().background(),
                clock.withZone(ZoneOffset.UTC));
    }

    private List<Screen> vault() {
        return List.of(
                new CertificatesScreen(
                        new VaultCertificates(workspace.inventory(), workspace.servers(), workspace.renewals()),
                        around(),
                        new ExportDialog(around(), workspace.exports()),
                        new KeygenDialog(around(), new BouncyCastleKeygen(new BouncyCastleMaker()), clock),
                        clock),
                new AuthoritiesScreen(
                        workspace.authorities(),
                        workspace.authorityRenewals(),
                        new VaultIssuing(
                                workspace.authorities(),
                                workspace.certificates(),
                                workspace.devices(),
                                workspace.change()),
                        around(),
                        new ExportDialog(around(), workspace.exports()),
                        clock),
                new ServersScreen(workspace.servers(), around(), given.tryIt()),
                new AuditScreen(workspace.audit(), around()),
                new OutboxScreen(around(), OutboxWork.of(workspace.onboarding(), workspace.servers())));
    }
}
