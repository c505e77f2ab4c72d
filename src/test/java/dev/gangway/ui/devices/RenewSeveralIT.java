package dev.gangway.ui.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gangway.ui.shell.PlantCase;
import dev.gangway.vault.TestVaults;
import java.time.Duration;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Certificates of several devices are renewed as one job, on their server too, by keyboard alone. */
class RenewSeveralIT extends PlantCase {
    @Override
    protected void beforeTheWindow() {
        super.beforeTheWindow();
        plant.introduceTo(vault(), "pump-1", "pump-2", "pump-3");
    }

    @Test
    void threeAtOnce() {
        robot.write(TestVaults.PASSPHRASE).push(KeyCode.ENTER);
        driver.awaitShown(".devices-table");
        await().until(() -> table().getItems().size() == 3);
        await().until(() -> table().isFocused());
        robot.push(KeyCode.CONTROL, KeyCode.A);
        driver.awaitWords("3 devices selected");
        robot.push(KeyCode.CONTROL, KeyCode.R);
        driver.awaitShown("#renew-now");
        robot.push(KeyCode.RIGHT); // a new key
        driver.picture("renew-several");
        robot.push(KeyCode.ENTER);
        await().atMost(Duration.ofMinutes(2)).until(() -> driver.words().contains("3 of 3 done, 0 failed"));
        driver.picture("renewed-several");
        robot.push(KeyCode.ESCAPE);
        driver.awaitGone("#job-table");
        assertThat(table().getSelectionModel().getSelectedIndices())
                .as("they stay selected")
                .hasSize(3);
    }

    private TableView<?> table() {
        return robot.lookup(".devices-table").queryAs(TableView.class);
    }
}
