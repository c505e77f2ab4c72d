package dev.gangway.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.settings.Settings;
import dev.gangway.ui.kit.Focus;
import dev.gangway.vault.TestVaults;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** The real window over real rooms, driven by keyboard and mouse. */
class ConsoleWindowIT extends WindowCase {
    @Test
    void aFirstStartEndsInAPassingTest() {
        driver.picture("unlock-create");
        driver.type("#passphrase", "too short");
        robot.clickOn("#unlock");
        assertThat(driver.words()).contains("A passphrase has at least 15 characters.");
        driver.createVault();
        driver.picture("welcome");
        robot.clickOn("#first-test");
        driver.awaitWords("The device connects");
        driver.picture("first-passed");
        robot.clickOn("#first-test");
        driver.awaitGone("#first-test");
        driver.awaitWords("1 device");
        driver.awaitWords("TLS 1.3 · MQTT 5");
        driver.picture("first-on-bench");
        assertThat(Focus.isIn(stage.getScene().lookup(".bench")))
                .as("the keyboard is on the screen")
                .isTrue();
    }

    @Test
    void locksAndSaysWhyAWrongPassphraseDoesNotOpen() {
        driver.createVault();
        robot.type(KeyCode.ESCAPE);
        robot.push(KeyCode.CONTROL, KeyCode.L);
        driver.awaitShown("#passphrase");
        driver.type("#passphrase", "something else entirely");
        robot.type(KeyCode.ENTER);
        driver.awaitShown(".problem-title");
        driver.picture("unlock-wrong");
        driver.type("#passphrase", TestVaults.PASSPHRASE);
        robot.type(KeyCode.ENTER);
        driver.awaitShown("#lock");
        assertThat(stage.getScene().lookup("#first-test")).isNull();
    }

    @Test
    void saysWhyItIsLockedAndComesBackToTheScreen() {
        driver.createVault();
        robot.type(KeyCode.ESCAPE);
        robot.clickOn("#rail-settings");
        driver.awaitShown("#settings-language");
        robot.push(KeyCode.CONTROL, KeyCode.L);
        driver.awaitWords("You locked the vault.");
        driver.picture("unlock-locked");
        driver.type("#passphrase", TestVaults.PASSPHRASE);
        robot.type(KeyCode.ENTER);
        driver.awaitShown("#settings-language");
    }

    @Test
    void everythingIsReachedByKeyboard() {
        driver.createVault();
        robot.type(KeyCode.ESCAPE);
        robot.type(KeyCode.F1);
        driver.awaitShown(".shortcut-table");
        driver.picture("shortcuts");
        robot.push(KeyCode.CONTROL, KeyCode.L);
        assertThat(driver.isShown("#lock"))
                .as("no shortcut works behind a dialog")
                .isTrue();
        robot.type(KeyCode.ESCAPE);
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("settings");
        driver.awaitWords("Open Settings");
        robot.type(KeyCode.ENTER);
        driver.awaitShown("#settings-language");
        driver.picture("settings");
    }

    @Test
    void changesLanguageAndColoursAtOnce() {
        driver.createVault();
        robot.type(KeyCode.ESCAPE);
        robot.clickOn("#rail-settings");
        choose("#settings-theme", Settings.Theme.DARK);
        driver.picture("settings-dark");
        choose("#settings-language", Settings.Language.GERMAN);
        driver.awaitWords("Einstellungen");
        driver.picture("settings-dark-de");
    }

    @Test
    void aBugShowsACodeAndNoSecret() {
        driver.createVault();
        robot.type(KeyCode.ESCAPE);
        window.unexpected(new IllegalStateException("token=hunter2"));
        driver.awaitShown("#unexpected-code");
        assertThat(driver.words())
                .anyMatch(text -> text.matches("G-[0-9A-F]{8}"))
                .noneMatch(text -> text.contains("hunter2"));
        driver.picture("unexpected");
    }

    @Test
    void aSecretDoesNotOutliveTheWindowInTheClipboard() {
        robot.interact(() -> window.clipboard().copySecret("hunter2"));
        List<Optional<String>> held = new ArrayList<>();
        robot.interact(() ->
                held.add(Optional.ofNullable(Clipboard.getSystemClipboard().getString())));
        robot.interact(window::close);
        robot.interact(() ->
                held.add(Optional.ofNullable(Clipboard.getSystemClipboard().getString())));
        assertThat(held).containsExactly(Optional.of("hunter2"), Optional.empty());
    }

    private <T> void choose(String box, T value) {
        robot.interact(() -> robot.lookup(box).<ComboBox<T>>query().setValue(value));
    }
}
