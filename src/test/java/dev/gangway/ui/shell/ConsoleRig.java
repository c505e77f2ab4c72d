package dev.gangway.ui.shell;

import dev.gangway.app.Wiring;
import dev.gangway.settings.PlatformPaths;
import dev.gangway.settings.Settings;
import dev.gangway.settings.SettingsFile;
import dev.gangway.ui.kit.FilePicker;
import dev.gangway.vault.TestVaults;
import java.nio.file.Path;
import javafx.application.Platform;
import javafx.stage.Stage;

/** The real window over real rooms, with cheap passphrases, in a folder of its own. */
public final class ConsoleRig {
    private final PlatformPaths paths;
    private FilePicker files = new ScriptedFilePicker();

    /** Keeps its files in this folder. */
    public ConsoleRig(Path folder) {
        paths = new PlatformPaths(folder, folder);
    }

    /** Stores settings for the next window. */
    public ConsoleRig with(Settings settings) {
        new SettingsFile(paths.settingsFile()).save(settings).orThrow();
        return this;
    }

    /** Has these files picked where a person would pick some. */
    public ConsoleRig picking(FilePicker picker) {
        files = picker;
        return this;
    }

    /** A window on this stage, in its usual size unless one was kept in the folder; call on the UI thread. */
    public ConsoleWindow window(Stage stage) {
        WindowPlaceIT.keepUsual(paths.config());
        return new ConsoleWindow(Wiring.window(paths, TestVaults.cheap(), files, Platform::runLater), stage);
    }
}
