package dev.gangway.ui.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gangway.bench.event.Event;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** The connection that was just tested is kept open: of a device as it was changed, and of no device at all. */
class StayConnectedIT extends BenchCase {
    private static final String TOKEN = "AdHocToken0123456789";
    private static final String CONNECTED = "Connected";

    @Test
    void aDeviceStaysConnectedAsItWasChangedOnTheBench() {
        testDevice();
        robot.interact(() ->
                robot.lookup("#version-V3_1_1").queryAs(ToggleButton.class).fire());
        robot.type(KeyCode.F5);
        driver.awaitShown(PASSED);
        robot.clickOn("#stay-connected");
        driver.awaitWords("Connect as this device?");
        robot.clickOn(".dialog-panel .accent");
        driver.awaitWords(CONNECTED);
        driver.awaitWords("Connects as changed on the test bench.");
        assertThat(driver.words()).contains("MQTT 3.1.1").doesNotContain("MQTT 5");
        driver.picture("watch-changed");
        robot.clickOn("#disconnect");
        driver.awaitWords("Disconnected");
        robot.clickOn("#as-stored");
        driver.awaitWords("MQTT 5");
    }

    @Test
    void aConnectionWithoutADeviceStaysConnectedAndLeavesNothingBehind() {
        newDeviceOnTheServer(TOKEN);
        testWithoutDevice(station.mqttAddress(), TOKEN, "");
        driver.awaitShown(PASSED);
        robot.type(KeyCode.F6);
        driver.awaitWords(CONNECTED);
        driver.picture("watch-ad-hoc");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        awaitPacket("PUBACK");
        robot.clickOn("#rail-audit");
        await().until(() -> !table(".table-view").getItems().isEmpty());
        assertThat(table(".table-view").getItems().toString())
                .contains("vault.unlocked")
                .doesNotContain("device.watched", station.mqttAddress());
    }

    @Test
    void theScreenOfLiveSessionsAsksForAConnectionItself() {
        newDeviceOnTheServer(TOKEN);
        unlock();
        robot.clickOn("#rail-watch");
        driver.awaitShown("#watch-ad-hoc");
        driver.picture("watch-empty");
        robot.clickOn("#watch-ad-hoc");
        fillIn(station.mqttAddress(), TOKEN, "");
        driver.picture("watch-ad-hoc-form");
        robot.clickOn("#ad-hoc-STAY");
        driver.awaitWords(CONNECTED);

        robot.type(KeyCode.ESCAPE);
        driver.awaitWords("Disconnected");
        robot.push(KeyCode.CONTROL, KeyCode.T);
        driver.awaitShown("#ad-hoc-user");
        driver.type("#ad-hoc-user", "NobodysToken");
        robot.clickOn("#ad-hoc-STAY");
        driver.awaitShown(".watch .verdict.level-bad");
        driver.picture("watch-ad-hoc-refused");
    }

    private void awaitPacket(String name) {
        await().until(() -> table("#packets").getItems().stream()
                .anyMatch(event -> ((Event) event).name().equals(name)));
    }
}
