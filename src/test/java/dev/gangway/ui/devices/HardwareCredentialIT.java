package dev.gangway.ui.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gangway.pki.hardware.TokenInfo;
import dev.gangway.pki.pkcs11.SoftHsm;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A key in a hardware token, chosen and made in the window. */
@Tag("softhsm")
class HardwareCredentialIT extends CredentialCase {
    @Test
    void theKeyIsMadeInTheTokenAndTheDeviceSignsIn() throws Exception {
        newDevice("pump-token", "X509_LEAF");
        robot.clickOn("In a hardware token");
        driver.awaitShown("#token-module");
        set("#token-module", "/no/such/module.so");
        press("#find-tokens");
        driver.awaitWords("There is no PKCS#11 module at /no/such/module.so.");
        set("#token-module", SoftHsm.module().toString());
        press("#find-tokens");
        choose(SoftHsm.TOKEN);
        set("#token-pin", "0000");
        press("#open-token");
        driver.awaitWords("The token \"" + SoftHsm.TOKEN + "\" refuses this PIN.");
        driver.picture("hardware-wrong-pin");
        set("#token-pin", SoftHsm.PIN);
        press("#open-token");
        driver.awaitWords("Open");
        driver.awaitGone(".problem-title");
        ComboBox<?> key = robot.lookup("#token-key").queryAs(ComboBox.class);
        robot.interact(() -> key.getEditor().setText("key of the window"));
        driver.picture("hardware");
        passes();
        driver.picture("hardware-passed");
        assertThat(driver.words()).doesNotContain(SoftHsm.PIN);
        close();
    }

    private void choose(String label) {
        ComboBox<Optional<TokenInfo>> box = robot.lookup("#token-label").queryComboBox();
        await().until(() -> !box.getItems().isEmpty());
        robot.interact(() -> box.setValue(box.getItems().stream()
                .filter(each -> each.orElseThrow().label().equals(label))
                .findFirst()
                .orElseThrow()));
    }
}
