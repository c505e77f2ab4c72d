package dev.gangway.ui.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.line.recipe.DeviceProgram;
import dev.gangway.line.recipe.DeviceWait;
import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.recipe.RecipeFile;
import dev.gangway.ui.shell.PlantCase;
import dev.gangway.vault.TestVaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** A recipe is made of a device, changed, checked, exported with a signature, and taken over from the file again. */
class RecipesScreenIT extends PlantCase {
    @Override
    protected void beforeTheWindow() {
        super.beforeTheWindow();
        plant.introduceTo(vault(), "pump-17");
    }

    @Test
    void aRecipeIsMadeOfADeviceChangedCheckedExportedAndTakenOver() throws IOException {
        driver.type("#passphrase", TestVaults.PASSPHRASE);
        robot.clickOn("#unlock");
        driver.awaitShown("#rail-recipes");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        driver.awaitShown("#go-to-recipes");
        robot.clickOn("#go-to-recipes");
        driver.awaitShown("#recipe-from-device");
        driver.picture("recipes-empty");
        robot.clickOn("#recipe-from-device");
        driver.awaitShown("#recipe-of-device");
        robot.type(KeyCode.ENTER);
        driver.awaitWords("not saved");
        assertThat(robot.lookup("#recipe-name").queryTextInputControl().isFocused())
                .isTrue();

        driver.type("#recipe-name", "Pump");
        driver.type("#recipe-serials", "P{counter:4}{luhn}");
        driver.type("#recipe-pattern", "pump-{serial}");
        robot.interact(
                () -> robot.lookup("#recipe-customer").queryTextInputControl().setText("Customer A"));
        driver.picture("recipes-form");
        driver.awaitWords("pump-P00018");
        driver.awaitWords("P00018  P00026  P00034");
        driver.type("#recipe-sample", "P00019");
        driver.awaitWords("The check digit of \"P00019\" is wrong: 9 instead of 8.");
        driver.picture("recipes-check-digit");
        driver.type("#recipe-sample", "");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        driver.awaitWords("Pump is in the vault as version 1.");
        driver.awaitWords("saved");

        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        driver.awaitShown("#new-batch"); // which needed a recipe before
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        driver.awaitShown("#recipe-save");

        robot.type(KeyCode.F5);
        driver.awaitWords("nothing is missing");
        robot.interact(() -> robot.lookup("#recipe-template")
                .queryTextInputControl()
                .setText("size 50 20\nqr 2 2 16 {serial}\ntext 22 6 4 {serial}"));
        driver.awaitShown(".recipe-label");
        driver.picture("recipes-label");
        assertThat(driver.cutOff()).isEmpty();
        assertThat(driver.unnamed()).isEmpty();
        assertThat(save().getText()).contains("Save as version 2");
        robot.type(KeyCode.ESCAPE);
        driver.picture("recipes-undone");
        assertThat(save().isDisabled()).isTrue();

        Path file = elsewhere.resolve("pump.json");
        files.willPick(file);
        robot.push(KeyCode.CONTROL, KeyCode.E);
        driver.awaitWords("pump.json holds the recipe, signed.");
        RecipeFile.Read read = RecipeFile.read(Files.readString(file)).orThrow();
        assertThat(read.signer()).isPresent();
        assertThat(read.recipe().namePattern()).isEqualTo("pump-{serial}");
        assertThat(read.recipe().customer()).hasValue("Customer A");

        Recipe other = read.recipe()
                .named("Valve")
                .waitingFor(new DeviceWait(Duration.ofSeconds(45), Optional.of(" up time ")))
                .writtenBy(new DeviceProgram(List.of("flash", " blank ", "", "two\nlines"), Duration.ofSeconds(9)));
        Path unsigned = Files.writeString(elsewhere.resolve("valve.json"), RecipeFile.unsigned(other));
        files.willPick(unsigned);
        robot.clickOn("From a file…");
        driver.awaitWords("Take over the recipe Valve?");
        robot.type(KeyCode.ENTER);
        driver.awaitWords("Valve is in the vault as version 1.");
        driver.awaitShown("#recipe-wait-seconds");
        robot.interact(
                () -> robot.lookup("#recipe-name").queryTextInputControl().setText("Valves"));
        robot.interact(
                () -> robot.lookup("#recipe-name").queryTextInputControl().setText("Valve"));
        assertThat(save().isDisabled())
                .as("all that the file holds is in the form")
                .isTrue();
        driver.picture("recipes-waiting");

        robot.interact(
                () -> robot.lookup("#recipe-attempts").queryTextInputControl().setText("0"));
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        driver.awaitWords("A whole number from 1 to 100.");
    }

    private Button save() {
        return robot.lookup("#recipe-save").queryButton();
    }
}
