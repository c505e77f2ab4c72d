package dev.gangway.ui.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gangway.settings.PlatformPaths;
import dev.gangway.vault.TestVaults;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** The device API as another way to test a device, chosen in the window. */
class DeviceApiIT extends BenchCase {
    private static final String WITH_TOKEN = "meter-0001";

    @Override
    protected void beforeTheWindow() {
        super.beforeTheWindow();
        station.addTokenDevice(new PlatformPaths(folder, folder).vaultFile(), WITH_TOKEN);
    }

    @Test
    void aTokenPassesOverHttp() {
        driver.type("#passphrase", TestVaults.PASSPHRASE);
        robot.clickOn("#unlock");
        driver.awaitShown("#rail-devices");
        robot.clickOn("#rail-devices");
        driver.awaitWords(WITH_TOKEN);
        robot.clickOn(WITH_TOKEN);
        robot.type(KeyCode.F5);
        driver.awaitShown(".dialog-panel");
        robot.clickOn(".dialog-panel .accent");
        driver.awaitShown(PASSED);
        robot.clickOn("#way-HTTP");
        await().until(() -> robot.lookup("#version-V5").tryQuery().isEmpty());
        robot.type(KeyCode.F5);
        driver.awaitWords("HTTP/1.1 200 OK");
        driver.awaitShown(PASSED);
        assertThat(driver.words()).contains("HTTP request").doesNotContain("CONNACK");
        driver.picture("bench-http");
        robot.clickOn("#way-BEST");
        driver.awaitShown("#version-V5");
    }

    @Test
    void aCertificateIsToldPlainlyThatHttpKnowsNone() {
        testDevice();
        robot.clickOn("#way-HTTP");
        driver.awaitWords("ThingsBoard's device API takes no certificate this way.");
        driver.picture("bench-http-certificate");
        robot.type(KeyCode.F5);
        driver.awaitShown(PASSED);
    }
}
