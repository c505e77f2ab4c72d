package dev.gangway.ui.bench;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** A device's log that leads to a test, in the window. */
class PasteLogIT extends BenchCase {
    private static final String LOG = """
        I (3900) app: Current time: Thu Jan  1 00:00:12 1970
        I (4000) app: connecting to mqtts://pump:hunter2@broker.example:8883
        E (9124) esp-tls-mbedtls: mbedtls_ssl_handshake returned -0x2700
        E (9130) esp-tls: Failed to open new connection
        E (9140) MQTT_CLIENT: Error transport connect
        flux capacitor ready
        """;

    @Test
    void aPastedLogIsExplainedAndLeadsToATest() {
        testDevice();
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.V);
        driver.awaitShown("#log-paste");
        driver.picture("bench-log-empty");
        paste(LOG);
        driver.awaitWords("The device's clock is not set.");
        assertThat(robot.lookup("#log-lines").queryAs(ListView.class).getItems())
                .hasSize(6);
        assertThat(robot.lookup("#log-lines").queryAs(ListView.class).getItems().toString())
                .doesNotContain("hunter2")
                .contains("[masked]");
        assertThat(robot.lookup("#log-next").queryAs(Labeled.class).getText()).startsWith("Shake hands");
        driver.picture("bench-log");

        robot.clickOn("#log-next");
        driver.awaitGone("#log-paste");
        driver.awaitShown(PASSED);
    }

    @Test
    void whatNobodyKnowsIsSaidToBeUnknown() {
        unlock();
        robot.clickOn("#rail-bench");
        robot.clickOn("#paste-log-first");
        driver.awaitShown("#log-paste");
        paste("nothing that anybody knows");
        driver.awaitWords("No line of this log is known here. Nothing is claimed about it.");
        assertThat(driver.isShown("#log-next")).isFalse();
        driver.picture("bench-log-unknown");
        paste("connecting to mqtts://broker.example:8884, password=hunter2\n"
                + "Attempting MQTT connection...failed, rc=-2");
        driver.awaitWords("The connection could not be opened.");
        assertThat(robot.lookup("#log-paste").queryAs(TextInputControl.class).getText())
                .as("the box")
                .doesNotContain("hunter2")
                .contains("[masked]");
        robot.clickOn("#log-next");
        driver.awaitShown("#ad-hoc-host");
        assertThat(robot.lookup("#ad-hoc-host").queryAs(TextInputControl.class).getText())
                .isEqualTo("broker.example");
    }

    private void paste(String text) {
        robot.interact(
                () -> robot.lookup("#log-paste").queryAs(TextInputControl.class).setText(text));
    }
}
