package dev.gangway.ui.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.settings.Settings;
import org.junit.jupiter.api.Test;

/** With large text the bench and the devices stay readable in a usual window; columns of devices may be narrow. */
class LargeTextIT extends BenchCase {
    @Override
    protected Settings settings() {
        return Settings.defaults()
                .withLanguage(Settings.Language.GERMAN)
                .withTheme(Settings.Theme.LIGHT)
                .withTextPercent(140);
    }

    @Test
    void theBenchAndTheDevicesGrowWithTheText() {
        driver.resize(1440, 900);
        testDevice();
        fail();
        robot.clickOn(".diagnosis .hyperlink");
        driver.picture("bench-large-text");
        assertThat(driver.cutOff()).isEmpty();
        robot.clickOn("#rail-devices");
        driver.awaitWords(DEVICE);
        driver.picture("devices-large-text");
        assertThat(driver.cutOff()).doesNotContain("Geräte", "Zustand", "Neues Gerät  Ctrl+N");
    }
}
