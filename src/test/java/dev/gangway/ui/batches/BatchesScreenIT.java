package dev.gangway.ui.batches;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.recipe.RecipeCredential;
import dev.gangway.line.recipe.StationRules;
import dev.gangway.practice.PracticeClient;
import dev.gangway.ui.shell.PlantCase;
import dev.gangway.vault.TestVaults;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/** 500 units from a workbook with bad lines: checked, run, cancelled, gone on with after a restart, each done once. */
class BatchesScreenIT extends PlantCase {
    private static final int UNITS = 500;

    private Path list;

    @Override
    protected void beforeTheWindow() {
        super.beforeTheWindow();
        Path vault = vault();
        plant.introduceTo(vault);
        plant.occupy("pump-S0007"); // somebody else's, of the same name
        plant.in(
                vault,
                Instant.now(),
                workspace -> workspace
                        .recipes()
                        .save(new Recipe(
                                "Pump controller",
                                1,
                                "pump-{serial}",
                                "S{digits:4}",
                                "default",
                                "",
                                Map.of(),
                                new RecipeCredential.Token(20),
                                Optional.of(plant.entry().name()),
                                Recipe.Proof.NONE,
                                Optional.empty(),
                                StationRules.USUAL,
                                Optional.empty())));
        list = elsewhere.resolve("lot-2026-48.xlsx");
        workbook(list);
    }

    /** A heading, 500 units, and three bad lines: a blank serial number, a double one, and one of another scheme. */
    private static void workbook(Path file) {
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "gangway", "1.0")) {
            Worksheet sheet = book.newWorksheet("lot");
            sheet.value(0, 0, "Code");
            sheet.value(0, 1, "Label");
            int row = 1;
            for (int i = 1; i <= UNITS; i++) {
                sheet.value(row, 0, "S%04d".formatted(i));
                sheet.value(row++, 1, "Pump " + i);
            }
            sheet.value(row++, 1, "nobody");
            sheet.value(row++, 0, "S0001");
            sheet.value(row, 0, "X0001");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    @Test
    void fiveHundredUnitsOfAWorkbookAreCheckedRunCancelledAndGoneOnWith() {
        unlock();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        driver.awaitShown("#new-batch");
        driver.picture("batches-empty");
        files.willPick(list);
        robot.push(KeyCode.CONTROL, KeyCode.N);
        driver.awaitWords("lot-2026-48.xlsx");
        driver.awaitShown("#holds-0");
        hold("#holds-0", "Serial number");
        driver.awaitWords("XLSX · lot");
        robot.type(KeyCode.F5);
        driver.awaitWords("4 faults");
        driver.awaitShown("#existing-refuse");
        assertThat(run().isDisabled())
                .as("nothing runs before the question is answered")
                .isTrue();
        driver.picture("batches-checked");
        assertThat(robot.lookup("#existing-refuse").query().isFocused())
                .as("what is to be answered has the keyboard")
                .isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        driver.awaitWords("Check all lines first (F5), and say what shall become of devices that are there.");
        robot.clickOn("#existing-refuse");
        assertThat(run().getText()).contains("Run 499 units, leave out 4 lines");
        assertThat(driver.cutOff()).isEmpty();
        assertThat(driver.unnamed()).isEmpty();

        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        driver.awaitShown("#batch-pause");
        robot.type(KeyCode.F8);
        driver.awaitWords("paused");
        driver.picture("batches-paused");
        robot.type(KeyCode.ESCAPE);
        driver.awaitShown(".dialog-panel");
        robot.clickOn("Cancel the batch");
        driver.awaitShown("#batch-resume");
        long before = devices().size();
        assertThat(before).isLessThan(UNITS);

        restart();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        driver.awaitWords("stopped");
        driver.picture("batches-earlier");
        robot.type(KeyCode.ENTER);
        driver.awaitShown("#batch-resume");
        robot.clickOn("#batch-resume");
        driver.awaitWords("done");
        assertThat(driver.words()).contains("499");
        driver.picture("batches-done");

        List<String> made = devices();
        Set<String> once = new HashSet<>(made);
        assertThat(made).hasSize(UNITS).hasSameSizeAs(once);
        assertThat(once).contains("pump-S0001", "pump-S0500");
        assertThat(robot.lookup("#batch-lines").queryAs(TableView.class).getItems())
                .hasSize(UNITS - 1);

        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.write("0499");
        assertThat(robot.lookup("#batch-lines").queryAs(TableView.class).getItems())
                .hasSize(1);
        Path copy = elsewhere.resolve("copy.csv");
        files.willPick(copy);
        robot.push(KeyCode.CONTROL, KeyCode.E);
        driver.awaitWords("The results are in copy.csv.");
        assertThat(copy).isNotEmptyFile();

        robot.type(KeyCode.ESCAPE);
        driver.awaitWords("all passed");
        files.willPick(list);
        robot.push(KeyCode.CONTROL, KeyCode.N);
        driver.awaitShown("#holds-0");
        assertThat(held("#holds-0")).as("remembered for this heading").isEqualTo("SERIAL");
    }

    private void unlock() {
        driver.type("#passphrase", TestVaults.PASSPHRASE);
        robot.clickOn("#unlock");
        driver.awaitShown("#rail-batches");
    }

    /** As after the end of the program: all that is left is what is on disk. */
    private void restart() {
        robot.push(KeyCode.CONTROL, KeyCode.L);
        driver.awaitShown("#passphrase");
        unlock();
    }

    private Button run() {
        return robot.lookup("#batch-run").queryButton();
    }

    private void hold(String box, String what) {
        robot.clickOn(box);
        robot.clickOn(what);
    }

    private String held(String box) {
        return String.valueOf(robot.lookup(box).queryComboBox().getValue());
    }

    /** Names of all devices on the server. */
    private List<String> devices() {
        try (PracticeClient rest = plant.rest()) {
            List<String> names = new ArrayList<>();
            rest.get("/api/tenant/devices?pageSize=1000&page=0")
                    .json()
                    .path("data")
                    .forEach(device -> names.add(device.path("name").asText()));
            return names;
        }
    }
}
