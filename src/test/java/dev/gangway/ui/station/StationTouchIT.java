package dev.gangway.ui.station;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.recipe.RecipeCredential;
import dev.gangway.line.recipe.StationRules;
import dev.gangway.settings.Settings;
import dev.gangway.ui.shell.PlantCase;
import dev.gangway.vault.TestVaults;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** The station on a panel of 1024 by 600 with touch, in the longer language. */
class StationTouchIT extends PlantCase {
    /** What a finger in a glove hits, in pixels. */
    private static final double TARGET = 44;

    @Override
    protected void beforeTheWindow() {
        super.beforeTheWindow();
        Path vault = vault();
        plant.introduceTo(vault);
        plant.in(vault, Instant.now(), workspace -> {
            workspace.recipes().save(recipe("Pumpensteuerung", 1));
            workspace.recipes().save(recipe("Ventil, zwei Plätze", 2));
        });
    }

    @Override
    protected Settings settings() {
        return germanInTheDark();
    }

    private Recipe recipe(String name, int lanes) {
        return new Recipe(
                name,
                1,
                "pump-{serial}",
                "",
                "default",
                "",
                Map.of(),
                new RecipeCredential.Token(20),
                Optional.of(plant.entry().name()),
                Recipe.Proof.CONNECT,
                Optional.empty(),
                new StationRules(true, Optional.empty(), Optional.empty(), 3, lanes),
                Optional.empty());
    }

    @Test
    void onASmallPanelEverythingIsWholeAndLargeEnoughForGloves() {
        driver.resize(1024, 600);
        fails();
        whole("station-small-fail");
        for (String entry : List.of("Station einrichten", "Gesperrte Geräte")) {
            robot.clickOn("#station-more");
            robot.clickOn(entry);
            if (entry.startsWith("Station")) {
                driver.awaitShown("#setup-keep");
                whole("station-small-setup");
            }
            robot.type(KeyCode.ESCAPE);
        }
        robot.type(KeyCode.F12);
        driver.awaitShown("#station-end");
        whole("station-small-report");
        robot.type(KeyCode.ESCAPE);
        driver.awaitGone("#station-end");
        robot.type(KeyCode.ENTER);
        lanes();
        whole("station-small-lanes");
        driver.resize(1440, 900);
    }

    /** Ends with a unit that was scanned twice. */
    private void fails() {
        driver.type("#passphrase", TestVaults.PASSPHRASE);
        robot.clickOn("#unlock");
        driver.awaitShown("#rail-station");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        driver.awaitWords("WER?");
        scan("M. Weber");
        scan("V-1");
        driver.awaitWords("GUT");
        scan("V-1");
        driver.awaitWords("DOPPELT");
    }

    /** Ends with a unit that passed beside one that was scanned twice. */
    private void lanes() {
        robot.interact(() -> robot.lookup(".station-bar .combo-box")
                .queryComboBox()
                .getSelectionModel()
                .select(1));
        driver.awaitWords("Platz 2");
        scan("M. Weber");
        scan("L1 V-2");
        driver.awaitWords("GUT");
        scan("L2 V-1");
        driver.awaitWords("DOPPELT");
        scan("V-9"); // with what is said below the field
        scan("L2 V-10");
        driver.awaitShown("#station-notice");
    }

    private void whole(String picture) {
        driver.picture(picture);
        assertThat(driver.cutOff()).isEmpty();
        assertThat(driver.unnamed()).isEmpty();
        assertThat(robot.lookup((Node node) -> isTarget(node)).queryAllAs(Control.class).stream()
                        .filter(target -> target.getHeight() < TARGET || target.getWidth() < TARGET)
                        .map(target -> target + " " + target.getWidth() + "x" + target.getHeight()))
                .as("too small for gloves")
                .isEmpty();
        robot.lookup(".station-verdict").queryAll().forEach(verdict -> {
            Bounds room = verdict.localToScene(verdict.getLayoutBounds());
            Bounds lane = verdict.getParent().localToScene(verdict.getParent().getLayoutBounds());
            Stream.of(".button", ".label") // a lookup takes no list of selectors
                    .flatMap(kind -> verdict.lookupAll(kind).stream())
                    .filter(StationTouchIT::isShown)
                    .forEach(part -> {
                        Bounds is = part.localToScene(part.getLayoutBounds());
                        assertThat(is.getMinY()).as("%s above its lane", part).isGreaterThan(room.getMinY() - 1);
                        assertThat(is.getMaxY()).as("%s below its lane", part).isLessThan(room.getMaxY() + 1);
                        assertThat(is.getMaxX()).as("%s beside its lane", part).isLessThan(lane.getMaxX() + 1);
                    });
        });
    }

    /** What a finger is meant for, on the screen and in its dialogs. */
    private static boolean isTarget(Node node) {
        return (node instanceof ButtonBase || node instanceof ComboBoxBase<?> || node instanceof TextInputControl)
                && isShown(node)
                && isTouched(node);
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isTouched(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.getStyleClass().contains("touch")) {
                return true;
            }
        }
        return false;
    }

    private void scan(String text) {
        assertThat(robot.lookup("#station-scan").queryTextInputControl().isFocused())
                .isTrue();
        robot.interact(
                () -> robot.lookup("#station-scan").queryTextInputControl().setText(text));
        robot.type(KeyCode.ENTER);
    }
}
