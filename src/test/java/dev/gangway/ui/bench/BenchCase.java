package dev.gangway.ui.bench;

import dev.gangway.onboarding.Station;
import dev.gangway.settings.PlatformPaths;
import dev.gangway.ui.shell.WindowCase;
import dev.gangway.vault.TestVaults;
import java.nio.file.Path;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** A test that drives the bench in the window, with devices on a practice server. */
abstract class BenchCase extends WindowCase {
    static final String PASSED = ".bench .verdict.level-ok";
    static final String FAILED = ".bench .verdict.level-bad";
    static final String DEVICE = "pump-controller-0417";

    @TempDir
    private Path elsewhere;

    Station station;

    @Override
    protected void beforeTheWindow() {
        station = new Station(elsewhere);
        station.introduceTo(new PlatformPaths(folder, folder).vaultFile(), DEVICE, "pump-controller-0418");
    }

    @AfterEach
    void closeTheStation() {
        station.close();
    }

    /** Unlocks the vault, puts the first device on the bench, and has it tested. */
    void testDevice() {
        openAndTest();
        driver.awaitShown(PASSED);
    }

    /** The same, without waiting for the verdict. */
    void openAndTest() {
        driver.type("#passphrase", TestVaults.PASSPHRASE);
        robot.clickOn("#unlock");
        driver.awaitShown("#rail-devices");
        robot.clickOn("#rail-devices");
        driver.awaitWords(DEVICE);
        robot.clickOn(DEVICE);
        robot.type(KeyCode.F5);
        driver.awaitShown(".dialog-panel");
        robot.clickOn(".dialog-panel .accent");
    }

    /** Runs the test again without the certificate, which the server refuses. */
    void fail() {
        // It may be scrolled out of view in a small window.
        robot.interact(() ->
                robot.lookup("#presentation-NEVER").queryAs(ToggleButton.class).fire());
        robot.type(KeyCode.F5);
        driver.awaitShown(FAILED);
    }

    /** The table with this id. */
    TableView<?> table(String id) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup(id).queryAs(TableView.class);
    }
}
