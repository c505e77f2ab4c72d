package dev.gangway.ui.shell;

import dev.gangway.app.Wiring;
import dev.gangway.settings.PlatformPaths;
import dev.gangway.settings.Settings;
import dev.gangway.settings.SettingsFile;
import dev.gangway.vault.TestVaults;
import java.nio.file.Path;
import javafx.application.Platform;
import javafx.stage.Stage;

/** The real window over real rooms, with cheap passphrases, in a folder of its own. */
public final class ConsoleRig {
    private final PlatformPaths paths;

    /** Keeps its files in this folder. */
    public ConsoleRig(Path folder) {
        paths = new PlatformPaths(folder, folder);
    }

    /** Stores settings for the next window. */
    public ConsoleRig with(Settings settings) {
        new SettingsFile(paths.settingsFile()).save(settings).orThrow();
        return this;
    }

    /** A window on this stage; call on the UI thread. */
    public ConsoleWindow window(Stage stage) {
        return new ConsoleWindow(Wiring.window(paths, TestVaults.cheap(), Platform::runLater), stage);
    }
}
