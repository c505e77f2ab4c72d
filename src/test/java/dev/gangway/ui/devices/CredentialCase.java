package dev.gangway.ui.devices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.onboarding.Station;
import dev.gangway.settings.PlatformPaths;
import dev.gangway.ui.shell.WindowCase;
import dev.gangway.vault.TestVaults;
import java.nio.file.Path;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A test that brings a device on board in the window with some type of credential. */
abstract class CredentialCase extends WindowCase {
    static final String TOKEN_PASSED = "Passed: the server took the credential, and acknowledged what was published";
    private static final String PASSED = "Passed: the device is on the server and its telemetry arrived";

    @TempDir
    private Path elsewhere;

    Station station;

    @Override
    protected void beforeTheWindow() {
        station = new Station(elsewhere);
        introduce(station, new PlatformPaths(folder, folder).vaultFile());
    }

    /** Makes the vault. */
    void introduce(Station to, Path vault) {
        to.introduceTo(vault);
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
        robot.clickOn("#credentialtype-" + type);
    }

    /** Opens the form for another credential of the selected device. */
    void changeCredential(String type) {
        robot.push(KeyCode.CONTROL, KeyCode.G);
        driver.awaitShown("#credentialtype-" + type);
        robot.clickOn("#credentialtype-" + type);
    }

    /** Sets the device's profile. */
    void profile(String name) {
        ComboBox<?> box = robot.lookup("#device-profile").queryAs(ComboBox.class);
        robot.interact(() -> box.getEditor().setText(name));
    }

    /** Starts the steps and waits until they have passed. */
    void passes() {
        passes(PASSED);
    }

    /** The same, saying so in these words. */
    void passes(String words) {
        robot.clickOn("#create-device");
        driver.awaitShown(".step-card");
        driver.awaitShown(".verdict.level-ok");
        assertThat(driver.words()).contains(words);
    }

    /** Starts the steps and waits until they have failed for this reason. */
    void fails(String why) {
        robot.clickOn("#create-device");
        driver.awaitWords(why);
    }

    /** Fills a field, wherever the form is scrolled to. */
    void set(String query, String text) {
        TextInputControl field = robot.lookup(query).queryTextInputControl();
        robot.interact(() -> field.setText(text));
    }

    /** Presses a button by the keyboard, wherever the form is scrolled to. */
    void press(String query) {
        robot.interact(() -> robot.lookup(query).queryButton().requestFocus());
        robot.type(KeyCode.SPACE);
    }

    /** Back to the list of devices. */
    void close() {
        robot.type(KeyCode.ESCAPE);
        driver.awaitGone("#create-device");
        driver.awaitGone("#open-bench");
    }
}
