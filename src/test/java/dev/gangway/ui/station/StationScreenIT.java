package dev.gangway.ui.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.recipe.RecipeCredential;
import dev.gangway.line.recipe.StationRules;
import dev.gangway.line.station.StationSetup;
import dev.gangway.line.unit.UnitResult;
import dev.gangway.line.unit.UnitVerdict;
import dev.gangway.pki.KeyType;
import dev.gangway.server.ServerEntry;
import dev.gangway.ui.shell.PlantCase;
import dev.gangway.vault.TestVaults;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A shift by the keyboard alone, as a scanner types it. */
class StationScreenIT extends PlantCase {
    private static final String SCAN = "#station-scan";

    private Gate rest;
    private Gate mqtts;

    @Override
    protected void beforeTheWindow() {
        super.beforeTheWindow();
        rest = new Gate(plant.server.restUrl().getPort());
        mqtts = new Gate(plant.server.mqttsPort());
        Path vault = vault();
        plant.introduceTo(vault);
        plant.occupy("pump-" + serial(40)); // somebody else's device of the same name
        plant.in(vault, Instant.now(), workspace -> {
            workspace.servers().save(behindGates());
            workspace.recipes().save(recipe("Pump controller", "S{counter:3}{luhn}", 1));
            workspace.recipes().save(recipe("Valve, two lanes", "", 2));
            workspace
                    .stationSetups()
                    .put(new StationSetup(
                            "station-04",
                            true,
                            List.of(),
                            StationSetup.Labels.FOLDER,
                            elsewhere.toString(),
                            Optional.empty(),
                            Optional.empty()));
        });
    }

    private ServerEntry behindGates() {
        ServerEntry at = plant.entry();
        return new ServerEntry(
                at.id(),
                at.name(),
                at.kind(),
                URI.create("http://" + plant.server.host() + ":" + rest.port()),
                at.user(),
                at.password(),
                Optional.empty(),
                Optional.of(new ServerEntry.HostPort(plant.server.host(), mqtts.port())),
                at.trustAnchors());
    }

    private Recipe recipe(String name, String serials, int lanes) {
        return new Recipe(
                name,
                1,
                "pump-{serial}",
                serials,
                "default",
                "",
                Map.of(),
                new RecipeCredential.SelfSigned(KeyType.EC_P256, Duration.ofDays(365), "CN={name}"),
                Optional.of(plant.entry().name()),
                Recipe.Proof.CONNECT,
                lanes == 1 ? Optional.of("size 40 20\ntext 2 2 4 {serial}") : Optional.empty(),
                new StationRules(
                        true, lanes == 1 ? Optional.of("S9993") : Optional.empty(), Optional.empty(), 1, lanes),
                Optional.empty());
    }

    @AfterEach
    void closeTheRest() {
        rest.close();
        mqtts.close();
    }

    @Test
    void aShiftGoesByTheKeyboardAloneAndTheScanFieldGetsTheFocusBack() throws IOException {
        open();
        driver.awaitWords("WHO?");
        scan("M. Weber");
        driver.awaitWords("Operator M. Weber");
        driver.awaitWords("Scan the golden unit S9993");
        scan(serial(1));
        driver.awaitWords("The good golden unit S9993 comes first.");
        acknowledge();
        scan("S9993");
        driver.awaitWords("GOLDEN");

        for (int unit = 10; unit < 25; unit++) {
            scan(serial(unit));
            driver.awaitWords("pump-" + serial(unit) + " · the server lets it in");
        }
        driver.picture("station-pass");
        assertThat(driver.cutOff()).isEmpty();
        scan(serial(10));
        driver.awaitWords(serial(10) + " has passed already.");
        driver.awaitWords("DOUBLE");
        driver.picture("station-fail");
        scan(serial(30)); // does not sweep away what nobody has seen
        driver.awaitWords(serial(30) + " was not taken: acknowledge the verdict of lane 1 with Enter first.");
        acknowledge();
        scan("S0119");
        driver.awaitWords("The check digit of \"S0119\" is wrong: 9 instead of 7.");
        acknowledge();
        scan(serial(40));
        driver.awaitShown("#station-cause");
        driver.awaitWords("FAIL");
        driver.picture("station-refused");
        acknowledge();

        rest.shut();
        mqtts.shut();
        scan(serial(31));
        driver.awaitWords("QUEUED");
        driver.picture("station-queued");
        rest.reopen();
        mqtts.reopen();
        await().atMost(Duration.ofMinutes(1)).until(() -> newest() == UnitVerdict.PASS); // by itself

        robot.type(KeyCode.F8);
        driver.awaitWords("PAUSED");
        robot.type(KeyCode.F8);
        driver.awaitWords("QUEUED");
        robot.type(KeyCode.F9);
        driver.awaitShown("#station-reason");
        robot.clickOn("#station-reason").write("smeared");
        robot.type(KeyCode.ENTER);
        driver.awaitWords("The label of " + serial(31) + " was printed again.");

        robot.type(KeyCode.F12);
        driver.awaitShown("#station-save-pdf");
        driver.picture("station-report");
        assertThat(driver.words()).containsSubsequence("DOUBLE", "1");
        assertThat(driver.words()).containsSubsequence("FAIL", "1");
        for (String form : List.of("pdf", "html", "csv")) {
            Path file = elsewhere.resolve("shift." + form);
            files.willPick(file);
            robot.clickOn("#station-save-" + form);
            driver.awaitWords("The report is in shift." + form + ".");
            assertThat(file).isNotEmptyFile();
        }
        assertThat(Files.readString(elsewhere.resolve("shift.csv"))).contains(serial(24), "PASS", "FAIL");
        robot.clickOn("#station-end");
        driver.awaitWords("WHO?");
        assertThat(driver.unnamed()).isEmpty();
        assertThat(robot.lookup(SCAN).queryTextInputControl().isFocused()).isTrue();
    }

    @Test
    void twoLanesTakeTheirOwnUnits() {
        open();
        robot.interact(() -> robot.lookup(".station-bar .combo-box")
                .queryComboBox()
                .getSelectionModel()
                .select(1));
        driver.awaitWords("Lane 2");
        scan("A. Braun");
        driver.awaitWords("Scan fixture, then unit");
        scan("L2 V-1");
        driver.awaitWords("pump-V-1 · the server lets it in");
        scan("L1");
        driver.awaitWords("Lane 1: scan the unit");
        scan("V-2");
        driver.awaitWords("pump-V-2 · the server lets it in");
        scan("L2 V-1");
        driver.awaitWords("V-1 has passed already.");
        driver.picture("station-lanes");
        driver.resize(1024, 600);
        driver.picture("station-lanes-small");
        assertThat(driver.cutOff()).isEmpty();
        scan("L1 V-3"); // the other lane goes on
        driver.awaitWords("pump-V-3 · the server lets it in");
        acknowledge();
        driver.resize(1440, 900);
    }

    private void open() {
        driver.type("#passphrase", TestVaults.PASSPHRASE);
        robot.clickOn("#unlock");
        driver.awaitShown("#rail-station");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
    }

    private UnitVerdict newest() {
        return ((UnitResult) robot.lookup(".station-shift .table-view")
                        .queryTableView()
                        .getItems()
                        .getFirst())
                .verdict();
    }

    private void acknowledge() {
        robot.type(KeyCode.ENTER);
        driver.awaitWords("SCAN");
    }

    /** The serial number of a count, with its check digit. */
    private static String serial(int count) {
        return dev.gangway.line.serial.SerialScheme.parse("S{counter:3}{luhn}")
                .then(scheme -> scheme.make(count, java.time.LocalDate.of(2026, 1, 1)))
                .orThrow();
    }

    /** What a scanner does: it types into whatever has the focus, and ends with Enter. */
    private void scan(String text) {
        assertThat(robot.lookup(SCAN).queryTextInputControl().isFocused()).isTrue();
        robot.interact(() -> robot.lookup(SCAN).queryTextInputControl().setText(text));
        robot.type(KeyCode.ENTER);
    }
}
