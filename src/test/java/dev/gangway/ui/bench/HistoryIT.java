package dev.gangway.ui.bench;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gangway.bench.export.RecordingFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Earlier tests are listed, opened, compared and exported in the window. */
class HistoryIT extends BenchCase {
    @Test
    void anEarlierTestIsOpenedAndSetBesideTheOneInView() {
        testDevice();
        fail();
        robot.push(KeyCode.CONTROL, KeyCode.H);
        await().atMost(ofSeconds(20))
                .until(() -> table("#history-table").getItems().size() == 2);
        assertThat(driver.words()).contains("Last pass", "passed", "failed");
        driver.picture("bench-history");

        robot.interact(() -> table("#history-table").getSelectionModel().select(1));
        robot.clickOn("#history-compare");
        driver.awaitShown("#compare-table");
        await().atMost(ofSeconds(20))
                .until(() -> !table("#compare-table").getItems().isEmpty());
        driver.picture("bench-comparison");
        assertThat(driver.words()).contains("changed", "This test", "Earlier pass");
        int all = table("#compare-table").getItems().size();
        robot.clickOn("#only-differences");
        assertThat(table("#compare-table").getItems()).hasSizeLessThan(all).isNotEmpty();
        selectChanged();
        assertThat(table("#differing-fields").getItems()).isNotEmpty();
        driver.picture("bench-comparison-fields");

        robot.type(KeyCode.ESCAPE);
        robot.push(KeyCode.CONTROL, KeyCode.H);
        robot.interact(() -> table("#history-table").getSelectionModel().select(1));
        robot.clickOn("#history-open");
        driver.awaitShown(PASSED);
        assertThat(driver.words()).anyMatch(words -> words.startsWith("Test of"));
        driver.picture("bench-earlier");
    }

    @Test
    void aTestIsExportedWithoutSecretsAndComparedWithAFile() throws IOException {
        testDevice();
        Path file = folder.resolve("pass.json");
        files.willPick(file);
        robot.push(KeyCode.CONTROL, KeyCode.E);
        driver.awaitShown("#export-write");
        driver.picture("bench-export");
        robot.clickOn("#export-PCAPNG"); // a session without a login has nothing to hide there
        assertThat(driver.isShown("#export-with-secrets")).isFalse();
        robot.clickOn("#export-HTML");
        robot.clickOn("#export-with-secrets");
        assertThat(driver.words()).anyMatch(words -> words.contains("TLS session tickets"));
        driver.picture("bench-export-secrets");
        robot.clickOn("#export-JSON");
        robot.clickOn("#export-write");
        driver.awaitGone("#export-write");
        await().atMost(ofSeconds(20)).until(() -> Files.exists(file));
        assertThat(files.suggested()).startsWith(DEVICE).endsWith(".json");
        assertThat(RecordingFormat.parse(Files.readAllBytes(file)).orElseThrow().passed())
                .isTrue();

        fail();
        files.willPick(file);
        robot.clickOn("#compare .arrow-button");
        robot.clickOn("#compare-file");
        driver.awaitShown("#compare-table");
        await().atMost(ofSeconds(20))
                .until(() -> !table("#compare-table").getItems().isEmpty());
        assertThat(driver.words()).contains("pass.json", "13 differences");

        robot.type(KeyCode.ESCAPE);
        robot.push(KeyCode.CONTROL, KeyCode.D);
        driver.awaitShown("#compare-table");
        driver.awaitWords("Earlier pass");
    }

    private void selectChanged() {
        robot.interact(() -> {
            var rows = table("#compare-table").getItems();
            for (int i = 0; i < rows.size(); i++) {
                if (rows.get(i).toString().contains("difference=CHANGED")) {
                    table("#compare-table").getSelectionModel().clearAndSelect(i);
                    return;
                }
            }
            throw new AssertionError("nothing changed");
        });
    }
}
