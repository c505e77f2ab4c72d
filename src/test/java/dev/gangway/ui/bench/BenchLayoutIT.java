package dev.gangway.ui.bench;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gangway.settings.Settings;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Nothing on the bench is cut off, or without a name, in a small window and in the longer language. */
class BenchLayoutIT extends BenchCase {
    @Override
    protected Settings settings() {
        return germanInTheDark();
    }

    @Test
    void everyViewOfTheBenchFitsAndIsWhole() {
        driver.resize(1280, 800);
        testDevice();
        look("passed");
        fail();
        robot.clickOn(".diagnosis .hyperlink");
        look("failed");
        robot.push(KeyCode.CONTROL, KeyCode.D);
        driver.awaitShown("#compare-table");
        await().atMost(ofSeconds(30))
                .until(() -> !table("#compare-table").getItems().isEmpty());
        look("comparison");
        robot.push(KeyCode.CONTROL, KeyCode.H);
        driver.awaitShown("#history-table");
        look("history");
        robot.push(KeyCode.CONTROL, KeyCode.M);
        driver.awaitShown("#matrix-table");
        look("matrix");
        robot.push(KeyCode.CONTROL, KeyCode.P);
        driver.awaitShown("#proof-table");
        await().atMost(ofSeconds(30))
                .until(() -> table("#proof-table").getItems().size() == 6);
        robot.clickOn("#proof-start");
        driver.awaitWords("Alles, was falsch ist, wurde abgelehnt.");
        look("proof");
        robot.push(KeyCode.CONTROL, KeyCode.E);
        driver.awaitShown("#export-write");
        look("export");
        robot.type(KeyCode.ESCAPE);
        robot.push(KeyCode.CONTROL, KeyCode.O);
        driver.awaitShown("#use-options");
        look("options");
        robot.type(KeyCode.ESCAPE);
        robot.type(KeyCode.F1);
        driver.awaitShown(".shortcut-table");
        look("shortcuts");
    }

    private void look(String view) {
        driver.picture("bench-de-dark-" + settings().textPercent() + "-" + view);
        assertThat(driver.cutOff()).as(view).isEmpty();
        assertThat(driver.unnamed()).as("without a name: " + view).isEmpty();
    }
}
