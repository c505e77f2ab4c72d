package dev.gangway.app;

import dev.gangway.background.Background;
import dev.gangway.background.Cancellation;
import dev.gangway.bench.engine.Bench;
import dev.gangway.bench.kinds.Kinds;
import dev.gangway.bench.model.TestBench;
import dev.gangway.cli.Assembly;
import dev.gangway.cli.Tools;
import dev.gangway.credentials.HardwareKeys;
import dev.gangway.credentials.PinSource;
import dev.gangway.http.HttpClients;
import dev.gangway.logging.OperationLog;
import dev.gangway.pki.CertificateMaker;
import dev.gangway.pki.CredentialReader;
import dev.gangway.pki.authority.CertificateRequests;
import dev.gangway.pki.authority.PkiServices;
import dev.gangway.pki.bouncycastle.BouncyCastleExporter;
import dev.gangway.pki.bouncycastle.BouncyCastleImporter;
import dev.gangway.pki.bouncycastle.BouncyCastleKeygen;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.pki.bouncycastle.BouncyCastleReader;
import dev.gangway.pki.bouncycastle.BouncyCastleRequests;
import dev.gangway.pki.bouncycastle.BouncyCastleRevocationLists;
import dev.gangway.pki.export.Keygen;
import dev.gangway.pki.importing.Importer;
import dev.gangway.pki.pkcs11.Pkcs11Tokens;
import dev.gangway.server.Practice;
import dev.gangway.server.ServerKinds;
import dev.gangway.server.broker.MqttBroker;
import dev.gangway.server.thingsboard.ThingsBoard;
import dev.gangway.settings.PlatformPaths;
import dev.gangway.settings.SettingsFile;
import dev.gangway.support.SupportFile;
import dev.gangway.ui.kit.FilePicker;
import dev.gangway.ui.kit.Unexpected;
import dev.gangway.ui.shell.AppServices;
import dev.gangway.ui.text.Words;
import dev.gangway.vault.Vault;
import dev.gangway.vault.Vaults;
import dev.gangway.vault.memory.MemoryVault;
import dev.gangway.vault.sqlite.SqliteVaults;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Executor;

/**
 * The one place where objects meet, for window and command line alike: which implementation stands behind which seam.
 *
 * @param clock for dates of certificates and records
 */
public record Wiring(Clock clock) implements Assembly {
    /** What the command line stands on, on this machine. */
    static Tools commandLine() {
        Clock clock = Clock.systemUTC();
        return new Tools(
                vaults(),
                PlatformPaths.here(),
                System.getenv(),
                System.in,
                clock,
                new Cancellation(),
                new Wiring(clock));
    }

    /**
     * What the window stands on.
     *
     * @param paths where settings and vault are
     * @param vaults which vaults; tests hand in cheap ones
     * @param files has people pick files
     * @param ui runs things on the UI thread
     */
    public static AppServices window(PlatformPaths paths, Vaults vaults, FilePicker files, Executor ui) {
        Clock clock = Clock.systemUTC();
        Wiring wiring = new Wiring(clock);
        Locale locale = Locale.getDefault();
        return new AppServices(
                vaults,
                // The window asks for PINs itself, when somebody wants a token opened.
                vault -> new ConsoleVault(vault, wiring.over(vault, PinSource.NONE), wiring.reader(), clock),
                wiring.practice(Words.load(locale).get("app.practice-name")),
                files,
                SettingsFile.of(paths),
                paths.vaultFile(),
                System.getProperty("user.name", ""),
                new Background(ui, Unexpected::explain, (operation, noted, state, took) -> {
                    String what = "window " + operation;
                    if (noted) {
                        OperationLog.ended(what, state, took);
                    } else {
                        OperationLog.step(what, state + ", " + took.toMillis() + " ms");
                    }
                }),
                clock,
                locale,
                new SupportFile(paths, vaults));
    }

    /** The vaults of the real program. */
    static Vaults vaults() {
        return new SqliteVaults();
    }

    @Override
    public TestBench bench() {
        return new Bench(Kinds.judge());
    }

    @Override
    public CertificateMaker maker() {
        return new BouncyCastleMaker();
    }

    @Override
    public CertificateRequests requests() {
        return new BouncyCastleRequests();
    }

    @Override
    public Keygen keygen() {
        return new BouncyCastleKeygen(maker());
    }

    @Override
    public Importer importer() {
        return new BouncyCastleImporter(clock);
    }

    @Override
    public CredentialReader reader() {
        return new BouncyCastleReader();
    }

    @Override
    public ServerKinds kinds() {
        return kinds(new HttpClients());
    }

    private static ServerKinds kinds(HttpClients http) {
        return ServerKinds.of(new ThingsBoard(http), new MqttBroker());
    }

    @Override
    public Practice practice(String name) {
        return new PracticeStarter(this::maker, name);
    }

    @Override
    public HardwareKeys hardware(PinSource pins) {
        return new HardwareKeys(new Pkcs11Tokens(), workshop(), pins, clock);
    }

    /** None of it is needed for the first window, and each part is made when it is first used. */
    @Override
    public Workspace over(Vault vault, PinSource pins) {
        HttpClients http = new HttpClients();
        return new Workspace(vault, kinds(http), http, bench(), workshop(), hardware(pins), clock);
    }

    @Override
    public Workspace unkept() {
        return over(new MemoryVault(System.getProperty("user.name", ""), clock), PinSource.NONE);
    }

    private PkiServices workshop() {
        return new PkiServices(
                maker(), requests(), new BouncyCastleRevocationLists(), importer(), new BouncyCastleExporter());
    }
}
