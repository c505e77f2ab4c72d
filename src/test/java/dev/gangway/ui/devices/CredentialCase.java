package dev.gangway.ui.devices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.onboarding.Station;
import dev.gangway.settings.PlatformPaths;
import dev.gangway.ui.shell.WindowCase;
import dev.gangway.vault.TestVaults;
import java.nio.file.Path;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A test that brings a device on board in the window with some type of credential. */
abstract class CredentialCase extends WindowCase {
    static final String PASSED = "Passed: the device is on the server and its telemetry arrived";

    @TempDir
    private Path elsewhere;

    Station station;

    @Override
    protected void beforeTheWindow() {
        station = new Station(elsewhere);
        station.introduceTo(new PlatformPaths(folder, folder).vaultFile());
    }

    @AfterEach
    void closeTheStation() {
        station.close();
    }

    /** Opens the form of a new device of this name, with this type of credential. */
    void newDevice(String name, String type) {
        if (driver.isShown("#passphrase")) {
            driver.type("#passphrase", TestVaults.PASSPHRASE);
            robot.clickOn("#unlock");
            driver.awaitShown("#rail-devices");
            robot.clickOn("#rail-devices");
        }
        robot.push(KeyCode.CONTROL, KeyCode.N);
        driver.awaitShown("#device-name");
        driver.type("#device-name", name);
        robot.clickOn("#choose-" + type);
    }

    /** Opens the form for another credential of the selected device. */
    void changeCredential(String type) {
        robot.push(KeyCode.CONTROL, KeyCode.E);
        driver.awaitShown("#choose-" + type);
        robot.clickOn("#choose-" + type);
    }

    /** Starts the steps and waits until they have passed. */
    void passes() {
        robot.clickOn("#create-device");
        driver.awaitShown("#open-bench");
        assertThat(driver.words()).contains(PASSED);
    }

    /** Starts the steps and waits until they have failed for this reason. */
    void fails(String why) {
        robot.clickOn("#create-device");
        driver.awaitWords(why);
    }

    /** Back to the list of devices. */
    void close() {
        robot.type(KeyCode.ESCAPE);
        driver.awaitGone("#create-device");
        driver.awaitGone("#open-bench");
    }

    /** What a control says. */
    String textOf(String query) {
        return robot.lookup(query).queryAs(Labeled.class).getText();
    }
}
