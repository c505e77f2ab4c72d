package dev.gangway.ui.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gangway.bench.event.Event;
import dev.gangway.settings.Settings;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Nothing on the live session is cut off, or without a name, in the smallest window and in the longer language. */
class WatchLayoutIT extends BenchCase {
    private static final String TOKEN = "AdHocToken0123456789";

    @Override
    protected Settings settings() {
        return germanInTheDark();
    }

    @Test
    void theLiveSessionFitsAndIsWhole() {
        newDeviceOnTheServer(TOKEN);
        driver.resize(1024, 700);
        unlock();
        robot.clickOn("#rail-watch");
        driver.awaitShown("#watch-ad-hoc");
        look("empty");
        robot.push(KeyCode.CONTROL, KeyCode.T);
        fillIn(station.mqttAddress(), TOKEN, "");
        look("form");
        robot.clickOn("#ad-hoc-STAY");
        driver.awaitWords("Verbunden");
        driver.type("#subscribe-filter", "v1/devices/me/attributes");
        robot.clickOn("#subscribe");
        driver.awaitWords("QoS 1");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        await().until(() -> table("#packets").getItems().stream()
                .anyMatch(event -> ((Event) event).name().equals("PUBACK")));
        robot.interact(() -> table("#packets").getSelectionModel().selectLast());
        driver.awaitShown(".event-details");
        look("connected");
        driver.resize(1280, 800);
        look("wider");
        robot.type(KeyCode.F1);
        driver.awaitShown(".shortcut-table");
        look("shortcuts");
    }

    private void look(String view) {
        driver.picture("watch-de-dark-" + settings().textPercent() + "-" + view);
        assertThat(driver.cutOff()).as(view).isSubsetOf("Topic oder Angabe"); // the head of a narrow column
        assertThat(driver.unnamed()).as("without a name: " + view).isEmpty();
    }
}
