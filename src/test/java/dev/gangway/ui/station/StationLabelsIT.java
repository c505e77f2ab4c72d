package dev.gangway.ui.station;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import dev.gangway.line.label.PlayedPrinter;
import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.recipe.RecipeCredential;
import dev.gangway.line.recipe.StationRules;
import dev.gangway.ui.shell.PlantCase;
import dev.gangway.vault.TestVaults;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Labels at the station: where they go is set up, each is scanned again, and a swapped one closes no record. */
class StationLabelsIT extends PlantCase {
    private static final String SCAN = "#station-scan";

    @Override
    protected void beforeTheWindow() {
        super.beforeTheWindow();
        Path vault = vault();
        plant.introduceTo(vault);
        plant.in(vault, Instant.now(), workspace -> {
            workspace.recipes().save(recipe("Pump", 1));
            workspace.recipes().save(recipe("Valve, two lanes", 2));
        });
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
                Optional.of("size 50 20\nqr 2 2 16 {name}\ntext 22 6 4 {serial}"),
                new StationRules(false, Optional.empty(), Optional.empty(), 3, lanes),
                Optional.empty());
    }

    @Test
    void whereLabelsGoIsSetUpAtTheStationAndHoldsFromTheNextUnitOn() throws IOException, InterruptedException {
        open();
        scan("V-1");
        driver.awaitWords("The recipe Pump has a label, and there is nothing to print it on.");
        driver.picture("station-no-printer");
        robot.type(KeyCode.ENTER);

        setUp();
        driver.picture("station-setup");
        choose("#setup-labels", 1);
        try (PlayedPrinter empty = new PlayedPrinter("030,1,0,0123,000,0,0,0,000,0,0,0", PlayedPrinter.READY_2)) {
            where("127.0.0.1:" + empty.port());
            robot.clickOn("#setup-sample");
            driver.awaitWords("The printer at 127.0.0.1:" + empty.port() + " has no labels left.");
            driver.picture("station-setup-paper");
            assertThat(driver.cutOff()).isEmpty();
        }
        try (PlayedPrinter ready = new PlayedPrinter(PlayedPrinter.READY_1, PlayedPrinter.READY_2)) {
            where("127.0.0.1:" + ready.port());
            robot.clickOn("#setup-sample");
            driver.awaitWords("A sample was printed.");
            assertThat(ready.got()).contains("^XA").endsWith("~HS\n");
        }
        choose("#setup-labels", 3);
        where(elsewhere.resolve("not-there").toString());
        robot.clickOn("#setup-keep");
        driver.awaitWords("The label cannot be written: " + elsewhere.resolve("not-there"));
        where(elsewhere.toString());
        choose("#setup-form", 1);
        robot.clickOn("#setup-keep");
        driver.awaitGone(".dialog-panel");

        scan("V-1");
        driver.awaitWords("pump-V-1 · the server lets it in");
        assertThat(printed("pump-V-1")).isEqualTo("pump-V-1");
    }

    @Test
    void aLabelIsScannedInTheScanFieldAndASwappedOneClosesNoRecord() throws IOException {
        open();
        printIntoTheFolder();
        scan("V-1");
        driver.awaitWords("LABEL");
        driver.awaitWords("Scan the label of V-1");
        driver.picture("station-label");
        assertThat(driver.cutOff()).isEmpty();
        scan(printed("pump-V-1"));
        driver.awaitWords("pump-V-1 · the server lets it in");

        scan("V-2");
        driver.awaitWords("Scan the label of V-2");
        scan(printed("pump-V-1")); // the one that was printed before
        driver.awaitWords("The label says \"pump-V-1\", and \"pump-V-2\" was printed for this unit.");
        driver.picture("station-label-swapped");
        robot.type(KeyCode.ENTER);
        scan("V-2"); // had it passed, it would be refused
        driver.awaitWords("Scan the label of V-2");
        scan(printed("pump-V-2"));
        driver.awaitWords("pump-V-2 · the server lets it in");

        scan("V-3");
        driver.awaitWords("Scan the label of V-3");
        robot.type(KeyCode.ESCAPE);
        driver.awaitWords("The label with \"pump-V-3\" was not scanned.");
        robot.type(KeyCode.ENTER);

        robot.type(KeyCode.F9);
        driver.awaitShown("#station-reason");
        robot.interact(() -> robot.lookup("#station-units")
                .queryListView()
                .getSelectionModel()
                .select(1));
        robot.clickOn("#station-reason").write("smeared");
        robot.type(KeyCode.ENTER);
        driver.awaitWords("Scan the label of V-2");
        scan(printed("pump-V-2"));
        driver.awaitWords("The label of V-2 was printed again.");
        assertThat(robot.lookup(SCAN).queryTextInputControl().isFocused()).isTrue();
    }

    @Test
    void withLanesALabelIsScannedAtItsFixture() throws IOException {
        open();
        robot.interact(() -> robot.lookup(".station-bar .combo-box")
                .queryComboBox()
                .getSelectionModel()
                .select(1));
        driver.awaitWords("Lane 2");
        printIntoTheFolder();
        scan("L1 V-1");
        driver.awaitWords("Scan the label of V-1");
        scan(printed("pump-V-1"));
        driver.awaitWords("pump-V-1 was not taken: a label waits in lane 1. Scan the fixture first: L1 for that label,"
                + " another one for a new unit.");
        driver.picture("station-label-lanes");
        scan("L2 V-2"); // the other lane goes on meanwhile
        driver.awaitWords("Scan the label of V-2");
        scan("L2 " + printed("pump-V-2"));
        driver.awaitWords("pump-V-2 · the server lets it in");
        scan("L1");
        scan(printed("pump-V-1"));
        driver.awaitWords("pump-V-1 · the server lets it in");
    }

    private void open() {
        driver.type("#passphrase", TestVaults.PASSPHRASE);
        robot.clickOn("#unlock");
        driver.awaitShown("#rail-station");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        driver.awaitWords("SCAN");
    }

    private void setUp() {
        robot.clickOn("#station-more");
        robot.clickOn("Set up the station");
        driver.awaitShown("#setup-keep");
    }

    private void printIntoTheFolder() {
        setUp();
        choose("#setup-labels", 3);
        where(elsewhere.toString());
        choose("#setup-form", 1);
        robot.interact(
                () -> robot.lookup("#setup-scanned").queryAs(CheckBox.class).setSelected(true));
        robot.clickOn("#setup-keep");
        driver.awaitGone(".dialog-panel");
    }

    private void choose(String box, int at) {
        robot.interact(() ->
                robot.lookup(box).queryAs(ComboBox.class).getSelectionModel().select(at));
    }

    private void where(String text) {
        robot.interact(
                () -> robot.lookup("#setup-where").queryTextInputControl().setText(text));
    }

    /** What a reader finds on the label in the folder. */
    private String printed(String name) throws IOException {
        BufferedImage picture = ImageIO.read(Files.newInputStream(elsewhere.resolve(name + ".png")));
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        try {
            return new MultiFormatReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(
                            new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), pixels))))
                    .getText();
        } catch (NotFoundException e) {
            throw new AssertionError("no code on the label of " + name, e);
        }
    }

    /** What a scanner does: it types into whatever has the focus, and ends with Enter. */
    private void scan(String text) {
        assertThat(robot.lookup(SCAN).queryTextInputControl().isFocused()).isTrue();
        robot.interact(() -> robot.lookup(SCAN).queryTextInputControl().setText(text));
        robot.type(KeyCode.ENTER);
    }
}
