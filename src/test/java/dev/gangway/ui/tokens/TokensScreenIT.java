package dev.gangway.ui.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.settings.PlatformPaths;
import dev.gangway.ui.shell.WindowCase;
import dev.gangway.vault.TestVaults;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** A token is made, taken apart, checked, and held against a connection that it does not fit. */
class TokensScreenIT extends WindowCase {
    @Override
    protected void beforeTheWindow() {
        TestVaults.create(new PlatformPaths(folder, folder).vaultFile()).close();
    }

    @Test
    void aTokenIsMadeAndChecked() {
        driver.type("#passphrase", TestVaults.PASSPHRASE);
        robot.clickOn("#unlock");
        driver.awaitShown("#rail-tokens");
        robot.clickOn("#rail-tokens");
        driver.awaitShown("#token-pasted");
        driver.picture("tokens-empty");
        set("#token-pasted", "no token at all");
        driver.awaitWords("The token is opaque");
        driver.awaitShown("#sign-token");
        set("#token-device", "pump-1");
        robot.interact(() -> robot.lookup("#rail-tokens").query().requestFocus()); // its Enter is not the screen's
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        driver.awaitShown("#check-made");
        robot.interact(() -> robot.lookup("#check-made").queryButton().fire());
        driver.awaitWords("The signature fits the key");
        driver.picture("tokens");
        set("#token-client-id", "pump-2");
        driver.awaitWords("The claim clientid does not fit this connection");
        driver.picture("tokens-objection");
        set("#token-key", "");
        set("#token-secret", "a secret that is long enough to be one of HS256");
        driver.awaitWords("The signature does not hold");
        assertThat(driver.words()).contains("The key does not go with ES256");
    }

    private void set(String query, String text) {
        TextInputControl field = robot.lookup(query).queryTextInputControl();
        robot.interact(() -> field.setText(text));
    }
}
