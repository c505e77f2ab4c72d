package dev.gangway.ui.shell;

import dev.gangway.background.Background;
import dev.gangway.bench.TestBench;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.onboarding.Workspace;
import dev.gangway.pki.CertificateMaker;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.practice.PracticeOptions;
import dev.gangway.practice.PracticeServer;
import dev.gangway.secret.Secret;
import dev.gangway.server.ServerEntry;
import dev.gangway.server.ServerEntry.HostPort;
import dev.gangway.server.thingsboard.ThingsBoard;
import dev.gangway.settings.Settings;
import dev.gangway.settings.SettingsFile;
import dev.gangway.ui.kit.Practice;
import dev.gangway.vault.TestVaults;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javafx.application.Platform;
import javafx.stage.Stage;

/** The real window over real rooms, with cheap passphrases, in a folder of its own. */
public final class ConsoleRig {
    private static final UUID PRACTICE = new UUID(0, 1);

    private final Path folder;
    private final CertificateMaker maker = new BouncyCastleMaker();
    private final TestBench bench;

    /** Keeps its files in this folder. */
    public ConsoleRig(Path folder, TestBench bench) {
        this.folder = folder;
        this.bench = bench;
    }

    /** Where the vault will be. */
    public Path vaultFile() {
        return folder.resolve("vault.sqlite");
    }

    /** Stores settings for the next window. */
    public ConsoleRig with(Settings settings) {
        settingsFile().save(settings).orThrow();
        return this;
    }

    /** A window in English on this stage; call on the UI thread. */
    public ConsoleWindow window(Stage stage) {
        AppServices services = new AppServices(
                TestVaults.cheap(),
                vault -> new Workspace(vault, new ThingsBoard(), bench, maker, Clock.systemUTC()),
                this::practice,
                settingsFile(),
                vaultFile(),
                "station-04",
                new Background(Platform::runLater),
                Clock.systemUTC(),
                Locale.ENGLISH);
        return new ConsoleWindow(services, stage);
    }

    private SettingsFile settingsFile() {
        return new SettingsFile(folder.resolve("settings.properties"));
    }

    private Outcome<Practice.Running> practice() {
        return PracticeServer.start(PracticeOptions.freePorts(maker)).map(Running::new);
    }

    private record Running(PracticeServer server) implements Practice.Running {
        @Override
        public ServerEntry entry() {
            return new ServerEntry(
                    PRACTICE,
                    "Practice server",
                    ServerEntry.Kind.THINGSBOARD,
                    server.restUrl(),
                    server.tenantUser(),
                    Secret.of(server.tenantPassword()),
                    Optional.of(new HostPort(server.host(), server.mqttPort())),
                    Optional.of(new HostPort(server.host(), server.mqttsPort())),
                    List.of(server.authorityPem()));
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
