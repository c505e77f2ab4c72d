package dev.gangway.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gangway.vault.TestVaults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the settings do with the vault, and what an administrator fixed. */
class SettingsIT extends WindowCase {
    private static final String FRESH = "another passphrase of some words";

    @Override
    protected void beforeTheWindow() {
        try {
            Files.writeString(folder.resolve("settings-for-all.properties"), "text-percent=110\n");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void thePassphraseIsChangedAndABackupKeepsTheOldOne() {
        driver.createVault();
        robot.type(KeyCode.ESCAPE);
        robot.clickOn("#rail-settings");
        driver.awaitShown("#settings-language");
        assertThat(driver.words()).contains("Fixed for all users by the administrator of this machine.");
        driver.picture("settings-fixed");
        Path copy = folder.resolve("copy.sqlite");
        files.willPick(copy);
        fire("#settings-backup");
        driver.awaitWords("Backed up: " + copy);
        assertThat(files.suggested()).matches("vault-\\d{4}-\\d\\d-\\d\\d\\.sqlite");

        fire("#settings-passphrase");
        driver.awaitShown("#passphrase-current");
        driver.type("#passphrase-current", "something else entirely");
        driver.type("#passphrase", FRESH);
        robot.type(KeyCode.ENTER);
        assertThat(driver.words()).contains("The two are not the same.");
        driver.type("#passphrase-again", FRESH);
        robot.type(KeyCode.ENTER);
        driver.awaitShown(".problem-title");
        driver.picture("settings-passphrase-wrong");
        driver.type("#passphrase-current", TestVaults.PASSPHRASE);
        robot.type(KeyCode.ENTER);
        driver.awaitWords("The vault has a new passphrase.");
        robot.push(KeyCode.CONTROL, KeyCode.L);
        driver.awaitShown("#passphrase");
        driver.type("#passphrase", FRESH);
        robot.type(KeyCode.ENTER);
        driver.awaitShown("#settings-language");
        TestVaults.unlock(copy).close();
    }

    @ParameterizedTest
    @CsvSource({"support file, Settings: Support file, #settings-support", "backup, Settings: Backup, #settings-backup"
    })
    void aSettingThatIsSearchedForHasTheKeyboardAndIsInView(String typed, String found, String setting) {
        driver.createVault();
        robot.type(KeyCode.ESCAPE);
        driver.awaitGone("#first-test");
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write(typed);
        driver.awaitWords(found);
        robot.type(KeyCode.ENTER);
        driver.awaitShown(setting);
        Node button = robot.lookup(setting).query();
        await().until(button::isFocused);
        assertThat(stage.getScene().getRoot().getLayoutBounds())
                .matches(window -> window.contains(button.localToScene(button.getLayoutBounds())));
    }

    private void fire(String button) {
        robot.interact(() -> robot.lookup(button).queryButton().fire());
    }
}
