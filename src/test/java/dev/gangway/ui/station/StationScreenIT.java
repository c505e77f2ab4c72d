package dev.gangway.ui.station;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.recipe.RecipeCredential;
import dev.gangway.line.recipe.StationRules;
import dev.gangway.onboarding.Station;
import dev.gangway.pki.KeyType;
import dev.gangway.settings.PlatformPaths;
import dev.gangway.ui.shell.WindowCase;
import dev.gangway.vault.TestVaults;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short shift by the keyboard alone, as a scanner types it. */
class StationScreenIT extends WindowCase {
    private static final String SCAN = "#station-scan";

    @TempDir
    private Path elsewhere;

    private Station plant;

    @Override
    protected void beforeTheWindow() {
        plant = new Station(elsewhere);
        Path vault = new PlatformPaths(folder, folder).vaultFile();
        plant.introduceTo(vault);
        plant.in(
                vault,
                Instant.now(),
                workspace -> workspace
                        .recipes()
                        .save(new Recipe(
                                "Pump controller",
                                1,
                                "pump-{serial}",
                                "",
                                "default",
                                "",
                                Map.of(),
                                new RecipeCredential.SelfSigned(KeyType.EC_P256, Duration.ofDays(365), "CN={name}"),
                                Optional.of(plant.entry().name()),
                                Recipe.Proof.TELEMETRY,
                                Optional.empty(),
                                new StationRules(true, Optional.empty(), Optional.empty(), 3, 1),
                                Optional.empty())));
    }

    @AfterEach
    void closeThePlant() {
        plant.close();
    }

    @Test
    void aShiftGoesByTheKeyboardAloneAndTheScanFieldGetsTheFocusBack() {
        driver.type("#passphrase", TestVaults.PASSPHRASE);
        robot.clickOn("#unlock");
        driver.awaitShown("#rail-station");
        robot.clickOn("#rail-station");
        driver.awaitWords("WHO?");
        scan("M. Weber");
        driver.awaitWords("SCAN");

        scan("SN-1");
        driver.awaitWords("PASS");
        driver.awaitWords("pump-SN-1 · the server lets it in");
        assertThat(driver.cutOff()).isEmpty();
        driver.picture("station-pass");

        scan("SN-1");
        driver.awaitWords("SN-1 has passed already.");
        driver.picture("station-fail");
        scan("SN-2"); // does not sweep away what nobody has seen
        driver.awaitWords("SN-1 has passed already.");
        robot.type(KeyCode.ENTER);
        driver.awaitWords("SCAN");

        scan("SN-2");
        driver.awaitWords("pump-SN-2 · the server lets it in");

        plant.server.close();
        scan("SN-3");
        driver.awaitWords("QUEUED");
        driver.picture("station-queued");
        robot.type(KeyCode.F8);
        driver.awaitWords("PAUSED");
        robot.type(KeyCode.F8);
        driver.awaitWords("SCAN");
        assertThat(driver.unnamed()).isEmpty();
    }

    /** What a scanner does: it types into whatever has the focus, and ends with Enter. */
    private void scan(String text) {
        assertThat(robot.lookup(SCAN).queryTextInputControl().isFocused()).isTrue();
        robot.interact(() -> robot.lookup(SCAN).queryTextInputControl().setText(text));
        robot.type(KeyCode.ENTER);
    }
}
