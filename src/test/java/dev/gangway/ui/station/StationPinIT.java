package dev.gangway.ui.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.recipe.RecipeCredential;
import dev.gangway.line.recipe.StationRules;
import dev.gangway.secret.Secret;
import dev.gangway.ui.shell.PlantCase;
import dev.gangway.vault.TestVaults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** A recipe that asks for a PIN: nobody signs on without it, and all of it goes by the keyboard. */
class StationPinIT extends PlantCase {
    private static final String SCAN = "#station-scan";
    private static final String PIN = "#station-pin";
    private static final String RIGHT = "48151623";

    @Override
    protected void beforeTheWindow() {
        super.beforeTheWindow();
        plant.introduceTo(vault());
        plant.in(vault(), Instant.now(), workspace -> {
            workspace.recipes().save(recipe());
            workspace.operators().put("Jo", Secret.of(RIGHT)).orThrow();
        });
    }

    private Recipe recipe() {
        return new Recipe(
                "Pump",
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
                new StationRules(false, Optional.empty(), Optional.empty(), 3, 1).withPin(true),
                Optional.empty());
    }

    @Test
    void nobodySignsOnWithoutThePin() throws IOException {
        open();
        driver.awaitWords("WHO?");
        enter(SCAN, "SN-1"); // a unit is no name with a PIN
        enter(PIN, "0000");
        said("Nobody named SN-1 has a PIN here.");
        driver.awaitWords("WHO?");
        enter(SCAN, "Jo");
        enter(PIN, ""); // back to the name
        enter(SCAN, "Jo");
        focused(PIN);
        robot.type(KeyCode.ESCAPE);
        enter(SCAN, "Jo");
        assertThat(robot.lookup(PIN).<Node>query()).isInstanceOf(PasswordField.class);
        enter(PIN, "1111");
        said("This is not the PIN of Jo. The next one is looked at after 1 s");
        driver.picture("station-pin-wrong");
        assertThat(driver.cutOff()).isEmpty();
        assertThat(driver.unnamed()).isEmpty();
        enter(PIN, "2222"); // too early, or wrong again
        await().atMost(Duration.ofMinutes(1)).until(this::signsOn);
        driver.awaitWords("Operator Jo");
        enter(SCAN, "SN-1");
        driver.awaitWords("pump-SN-1 · the server lets it in");

        robot.type(KeyCode.F12);
        driver.awaitShown("#station-end");
        robot.clickOn("#station-end");
        driver.awaitWords("WHO?");
        enter(SCAN, "Jo");
        focused(PIN);
        robot.push(KeyCode.CONTROL, KeyCode.Z); // does not bring back what somebody else typed
        robot.type(KeyCode.ENTER);
        driver.awaitWords("WHO?");
        assertNowhere(RIGHT);
    }

    @Test
    void aPinIsSetWithThePassphraseAndChangedWithTheOneSoFar() {
        open();
        driver.awaitWords("WHO?");
        set("Al", "#pin-passphrase", "not the passphrase", "1234");
        said("The passphrase does not open this vault");
        driver.picture("station-pin-set");
        assertThat(driver.cutOff()).isEmpty();
        assertThat(driver.unnamed()).isEmpty();
        text("#pin-passphrase", TestVaults.PASSPHRASE);
        robot.type(KeyCode.ENTER);
        driver.awaitWords("Al has a new PIN.");
        set("Al", "#pin-now", "4321", "567890");
        said("This is not the PIN of Al.");
        robot.type(KeyCode.ESCAPE);
        driver.awaitGone("#pin-set");
        enter(SCAN, "Al");
        await().atMost(Duration.ofMinutes(1)).until(() -> signsOn("1234")); // the one so far still is his
        driver.awaitWords("Operator Al");
        set("Al", "#pin-now", "1234", "567890");
        driver.awaitGone("#pin-set");
        focused(SCAN);
    }

    /** Waits until something in view has these words in it. */
    private void said(String words) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> driver.words().stream().anyMatch(text -> text.contains(words)));
    }

    private void set(String name, String shownField, String shown, String fresh) {
        robot.clickOn("#station-more");
        robot.clickOn("PIN of an operator");
        driver.awaitShown("#pin-set");
        text("#pin-name", name);
        text(shownField, shown);
        text("#pin-new", fresh);
        text("#pin-again", fresh);
        robot.type(KeyCode.ENTER);
    }

    private boolean signsOn() {
        return signsOn(RIGHT);
    }

    /** Types it where it is asked for; after a wrong one none is looked at for a while. */
    private boolean signsOn(String pin) {
        if (!driver.isShown(PIN)) {
            return true;
        }
        text(PIN, pin);
        robot.type(KeyCode.ENTER);
        return false;
    }

    private void assertNowhere(String pin) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile).filter(file -> holds(file, pin)))
                    .isEmpty();
        }
    }

    private static boolean holds(Path file, String pin) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(pin);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void open() {
        driver.type("#passphrase", TestVaults.PASSPHRASE);
        robot.clickOn("#unlock");
        driver.awaitShown("#rail-station");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
    }

    private void focused(String field) {
        driver.awaitShown(field);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> robot.lookup(field).queryTextInputControl().isFocused());
    }

    private void text(String field, String text) {
        robot.interact(() -> robot.lookup(field).queryAs(TextInputControl.class).setText(text));
    }

    /** Types into what has the focus by itself, and ends with Enter. */
    private void enter(String field, String text) {
        focused(field);
        text(field, text);
        robot.type(KeyCode.ENTER);
    }
}
