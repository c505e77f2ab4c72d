package dev.gangway.ui.bench;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Several tests in a row, driven in the window. */
class TestSeriesIT extends BenchCase {
    @Test
    void aMatrixIsChosenTriedAndOneOfItsCellsOpened() {
        testDevice();
        robot.push(KeyCode.CONTROL, KeyCode.M);
        driver.awaitShown("#matrix-table");
        assertThat(table("#matrix-table").getItems()).hasSize(12);
        driver.picture("bench-matrix-choice");
        robot.clickOn("#trait-MQTT_3_1_1");
        robot.clickOn("#trait-TLS_1_2");
        assertThat(table("#matrix-table").getItems()).hasSize(3);

        robot.clickOn("#matrix-start");
        await().atMost(ofSeconds(60)).until(() -> !driver.words().contains("not yet"));
        driver.awaitWords("A click on a row opens its timeline.");
        driver.awaitWords("accepted"); // rows are drawn a moment after they are there
        driver.awaitWords("refused");
        driver.picture("bench-matrix");

        robot.clickOn("TLS 1.3 · no certificate · MQTT 5");
        driver.awaitShown(FAILED);
        driver.awaitShown(".timeline");
        robot.push(KeyCode.CONTROL, KeyCode.M);
        driver.awaitShown("#matrix-table");
        assertThat(driver.words()).contains("accepted");
    }

    @Test
    void aMatrixCanBeStopped() {
        testDevice();
        robot.push(KeyCode.CONTROL, KeyCode.M);
        driver.awaitShown("#matrix-table");
        assertThat(driver.words()).doesNotContain("What to change");
        robot.clickOn(
                "#trait-DEVICES"); // what keeps a kind of device away can be changed; of other ways that says nothing
        driver.awaitWords("What to change");
        robot.clickOn("#trait-DEVICES");
        robot.clickOn("#trait-TLS_1_3");
        robot.clickOn("#trait-TLS_1_2");
        robot.clickOn("#trait-MQTT_5");
        robot.clickOn("#trait-MQTT_3_1_1");
        robot.clickOn("#trait-CERTIFICATE_ALWAYS");
        driver.awaitWords("TLS 1.2 · no certificate · MQTT 3.1.1");
        robot.clickOn("#matrix-start");
        await().atMost(ofSeconds(60)).until(() -> !driver.words().contains("not yet"));
        driver.awaitShown("#matrix-start");
        robot.clickOn("#matrix-start"); // after so many refusals the next waits: there is time to stop it
        driver.awaitShown("#matrix-start-cancel");
        robot.clickOn("#matrix-start-cancel");
        driver.awaitShown("#matrix-start");
        assertThat(driver.words()).contains("not yet");
    }

    @Test
    void whatIsWrongIsRefusedAndTheReportSaysSo() {
        testDevice();
        robot.push(KeyCode.CONTROL, KeyCode.P);
        driver.awaitShown("#proof-table");
        await().atMost(ofSeconds(30))
                .until(() -> table("#proof-table").getItems().size() == 6);
        robot.clickOn("#proof-start");
        driver.awaitWords("Everything that is wrong was refused.");
        driver.picture("bench-proof");
    }
}
