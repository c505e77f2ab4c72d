package dev.gangway.ui.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.recipe.RecipeCredential;
import dev.gangway.line.recipe.StationRules;
import dev.gangway.settings.Settings;
import dev.gangway.ui.shell.PlantCase;
import dev.gangway.vault.TestVaults;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** The recipes in the longer language, on a panel of 1024 by 600 and in the usual size: nothing is cut, one row of buttons. */
class RecipesSizesIT extends PlantCase {
    @Override
    protected void beforeTheWindow() {
        super.beforeTheWindow();
        Path vault = vault();
        plant.introduceTo(vault);
        plant.in(vault, Instant.now(), workspace -> {
            workspace.recipes().save(recipe("Pumpensteuerung"));
            workspace.recipes().save(recipe("Ventil"));
        });
    }

    @Override
    protected Settings settings() {
        return germanInTheDark();
    }

    private Recipe recipe(String name) {
        return new Recipe(
                name,
                1,
                "pump-{serial}",
                "P{counter:4}{luhn}",
                "default",
                "",
                Map.of("werk", "2"),
                new RecipeCredential.Token(20),
                Optional.of(plant.entry().name()),
                Recipe.Proof.CONNECT,
                Optional.of("size 50 20\nqr 2 2 16 {serial}\ntext 22 6 4 {serial}"),
                StationRules.USUAL,
                Optional.empty());
    }

    @Test
    void nothingIsCutAndTheListGivesItsRoomToThePage() {
        driver.type("#passphrase", TestVaults.PASSPHRASE);
        robot.clickOn("#unlock");
        driver.awaitShown("#rail-recipes");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        driver.awaitShown(".recipe-label");
        assertOneRow();
        assertThat(driver.cutOff()).isEmpty();
        driver.picture("recipes-german");

        driver.resize(1024, 600);
        driver.awaitShown("#recipe-choice");
        assertThat(driver.isShown(".recipe-list")).isFalse();
        assertOneRow();
        assertThat(driver.cutOff()).isEmpty();
        driver.picture("recipes-german-small");
        robot.interact(() -> robot.lookup("#recipe-choice")
                .queryAs(ComboBox.class)
                .getSelectionModel()
                .selectLast());
        robot.clickOn("#recipe-more");
        robot.clickOn("Kopieren");
        driver.awaitWords("nicht gespeichert");
        driver.resize(1440, 900);
    }

    private void assertOneRow() {
        assertThat(robot.lookup(".recipe-buttons > *").queryAll().stream()
                        .mapToDouble(button -> right(button)
                                - right(robot.lookup(".recipe-page").query()))
                        .max()
                        .orElseThrow())
                .as("beyond the page")
                .isLessThanOrEqualTo(0.5);
    }

    private static double right(Node node) {
        return node.localToScene(node.getLayoutBounds()).getMaxX();
    }
}
