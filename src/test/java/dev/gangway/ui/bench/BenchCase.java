package dev.gangway.ui.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.onboarding.Station;
import dev.gangway.practice.PracticeClient;
import dev.gangway.settings.PlatformPaths;
import dev.gangway.ui.shell.WindowCase;
import dev.gangway.vault.TestVaults;
import java.nio.file.Path;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
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

    /** Unlocks the vault. */
    void unlock() {
        driver.type("#passphrase", TestVaults.PASSPHRASE);
        robot.clickOn("#unlock");
        driver.awaitShown("#rail-devices");
    }

    /** A device on the server alone, with this token. */
    void newDeviceOnTheServer(String token) {
        try (PracticeClient rest = station.rest()) {
            rest.deviceWithToken("nobody-s", token);
        }
    }

    /** Fills in a connection without a device, in the form that is open. */
    void fillIn(String address, String user, String password) {
        driver.awaitShown("#ad-hoc-host");
        set("#ad-hoc-host", address);
        set("#ad-hoc-user", user);
        set("#ad-hoc-password", password);
    }

    /** Tests a connection without a device. */
    void testWithoutDevice(String address, String user, String password) {
        unlock();
        robot.clickOn("#rail-bench");
        robot.push(KeyCode.CONTROL, KeyCode.T);
        fillIn(address, user, password);
        robot.clickOn("#ad-hoc-TEST");
    }

    private void set(String field, String text) {
        robot.interact(() -> robot.lookup(field).queryAs(TextInputControl.class).setText(text));
    }

    /** What the button with the likeliest remedy says. */
    String fix() {
        driver.awaitShown(FAILED);
        return robot.lookup(".diagnosis-fix").queryAs(Labeled.class).getText();
    }

    /** Clicks the first piece of evidence that has a row; its message opens below the timeline. */
    void clickEvidence() {
        robot.clickOn(".diagnosis .hyperlink");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(table(".timeline").getSelectionModel().getSelectedItem()).isInstanceOf(TimelineRow.Seen.class);
        assertThat(driver.isShown(".event-details")).isTrue();
    }

    /** The same, without waiting for the verdict. */
    void openAndTest() {
        openAndTest(DEVICE);
    }

    /** The same with another device. */
    void openAndTest(String device) {
        unlock();
        robot.clickOn("#rail-devices");
        driver.awaitWords(device);
        robot.clickOn(device);
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
