package dev.gangway.app;

import dev.gangway.background.Background;
import dev.gangway.bench.engine.Bench;
import dev.gangway.bench.rules.RuleBook;
import dev.gangway.credentials.HardwareKeys;
import dev.gangway.credentials.PinSource;
import dev.gangway.http.HttpClients;
import dev.gangway.onboarding.Workspace;
import dev.gangway.pki.CertificateMaker;
import dev.gangway.pki.authority.Workshop;
import dev.gangway.pki.bouncycastle.BouncyCastleExporter;
import dev.gangway.pki.bouncycastle.BouncyCastleImporter;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.pki.bouncycastle.BouncyCastleReader;
import dev.gangway.pki.bouncycastle.BouncyCastleRequests;
import dev.gangway.pki.bouncycastle.BouncyCastleRevocationLists;
import dev.gangway.pki.pkcs11.Pkcs11Tokens;
import dev.gangway.server.thingsboard.ThingsBoard;
import dev.gangway.settings.PlatformPaths;
import dev.gangway.settings.SettingsFile;
import dev.gangway.ui.kit.FilePicker;
import dev.gangway.ui.kit.Unexpected;
import dev.gangway.ui.shell.AppServices;
import dev.gangway.ui.text.Words;
import dev.gangway.vault.Vault;
import dev.gangway.vault.Vaults;
import dev.gangway.vault.sqlite.SqliteVaults;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Executor;

/** The one place where objects meet: which implementation stands behind which seam. */
public final class Wiring {
    private Wiring() {}

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
        Locale locale = Locale.getDefault();
        return new AppServices(
                vaults,
                vault -> workspace(vault, clock),
                BouncyCastleReader::new,
                new PracticeStarter(Wiring::maker, Words.load(locale).get("app.practice-name")),
                files,
                new SettingsFile(paths.settingsFile()),
                paths.vaultFile(),
                System.getProperty("user.name", ""),
                new Background(ui, Unexpected::explain),
                clock,
                locale);
    }

    /** The vaults of the real program. */
    static Vaults vaults() {
        return new SqliteVaults();
    }

    /** Made when a vault is unlocked, off the UI thread: none of it is needed for the first window. */
    private static Workspace workspace(Vault vault, Clock clock) {
        HttpClients http = new HttpClients();
        return new Workspace(
                vault, new ThingsBoard(http), http, new Bench(new RuleBook()), workshop(), hardware(clock), clock);
    }

    /** The window asks for PINs itself, when somebody wants a token opened. */
    private static HardwareKeys hardware(Clock clock) {
        return new HardwareKeys(new Pkcs11Tokens(), workshop(), PinSource.NONE, clock);
    }

    private static Workshop workshop() {
        return new Workshop(
                maker(),
                new BouncyCastleRequests(),
                new BouncyCastleRevocationLists(),
                new BouncyCastleImporter(Clock.systemUTC()),
                new BouncyCastleExporter());
    }

    private static CertificateMaker maker() {
        return new BouncyCastleMaker();
    }
}
