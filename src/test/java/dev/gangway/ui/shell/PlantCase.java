package dev.gangway.ui.shell;

import dev.gangway.onboarding.Station;
import dev.gangway.settings.PlatformPaths;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A test of the whole window beside a practice server of its own. */
public abstract class PlantCase extends WindowCase {
    /** For files that are not the window's. */
    @TempDir
    protected Path elsewhere;

    protected Station plant;

    /** Starts the server; who fills the window's vault before it comes up calls this first. */
    @Override
    protected void beforeTheWindow() {
        plant = new Station(elsewhere);
    }

    /** Where the window's vault is, or will be. */
    protected final Path vault() {
        return new PlatformPaths(folder, folder).vaultFile();
    }

    @AfterEach
    final void closeThePlant() {
        plant.close();
    }
}
