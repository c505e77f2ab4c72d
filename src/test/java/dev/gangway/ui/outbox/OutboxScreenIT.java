package dev.gangway.ui.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gangway.background.Cancellation;
import dev.gangway.onboarding.OnboardingPlan;
import dev.gangway.onboarding.Station;
import dev.gangway.practice.rest.RestFault;
import dev.gangway.ui.shell.PlantCase;
import dev.gangway.vault.TestVaults;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** The outbox opens, says why things wait, and they are gone on with or given up, by keyboard alone. */
class OutboxScreenIT extends PlantCase {
    @Override
    protected void beforeTheWindow() {
        super.beforeTheWindow();
        Path vault = vault();
        plant.introduceTo(vault);
        plant.server.faults().rest(new RestFault.Html());
        plant.in(vault, Instant.now(), workspace -> {
            for (String name : List.of("pump-1", "pump-2", "pump-3")) {
                workspace
                        .onboarding()
                        .onboard(Station.token(OnboardingPlan.Test.NONE), name, "", step -> {}, new Cancellation());
            }
        });
    }

    @Test
    void whatWaitsIsSeenGoneOnWithAndGivenUp() {
        driver.type("#passphrase", TestVaults.PASSPHRASE);
        robot.clickOn("#unlock");
        driver.awaitShown("#outbox");
        await().until(() -> robot.lookup("#outbox .label").queryAllAs(Labeled.class).stream()
                .anyMatch(label -> label.getText().equals("3")));

        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("open outbox");
        driver.awaitShown("#search-hits");
        robot.push(KeyCode.ENTER);
        driver.awaitShown("#outbox-table");
        await().until(() -> rows() == 3);
        driver.awaitWords("localhost answered with a web page.");
        driver.picture("outbox");

        robot.push(KeyCode.DELETE);
        driver.awaitWords("Give up on pump-1?");
        driver.picture("outbox-drop");
        robot.push(KeyCode.TAB);
        robot.push(KeyCode.ENTER);
        await().until(() -> rows() == 2);

        robot.push(KeyCode.F5);
        driver.awaitShown("#job-retry");
        driver.awaitWords("0 of 1 done, 1 failed");
        robot.push(KeyCode.ESCAPE);
        driver.awaitGone("#job-retry");
        await().until(() -> tries().contains("2"));

        plant.server.faults().reset();
        robot.push(KeyCode.CONTROL, KeyCode.U);
        driver.awaitWords("2 of 2 done, 0 failed");
        driver.picture("outbox-done");
        robot.push(KeyCode.ESCAPE);
        driver.awaitWords("Nothing waits");
        driver.picture("outbox-empty");
        assertThat(driver.cutOff()).isEmpty();
    }

    private int rows() {
        return robot.lookup("#outbox-table")
                .tryQueryAs(TableView.class)
                .map(table -> table.getItems().size())
                .orElse(-1);
    }

    private List<String> tries() {
        return robot.lookup("#outbox-table .table-cell .label").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .toList();
    }
}
