package dev.gangway.ui.help;

import static org.awaitility.Awaitility.await;

import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.recipe.RecipeCredential;
import dev.gangway.line.recipe.StationRules;
import dev.gangway.pki.KeyType;
import dev.gangway.ui.shell.PlantCase;
import dev.gangway.ui.text.Words;
import dev.gangway.vault.TestVaults;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/**
 * Does what the guide says, by keyboard where it says so, and takes the guide's pictures on the way, into
 * {@code target/pictures/guide-LANGUAGE-NAME.png}. Whoever changes a screen that is in the guide copies them, with 128
 * colours, beside its chapters.
 */
class GuidePicturesIT extends PlantCase {
    private static final double WIDTH = 1160;
    private static final double HEIGHT = 720;

    private Words words;

    @Override
    protected void beforeTheWindow() {
        super.beforeTheWindow();
        words = Words.load(settings().language().locale(Locale.ENGLISH));
    }

    @Test
    void whatTheGuideSaysIsWhatHappens() {
        driver.resize(WIDTH, HEIGHT);
        driver.type("#passphrase", TestVaults.PASSPHRASE);
        picture("first-start");
        driver.createVault();
        robot.type(KeyCode.ENTER);
        driver.awaitWords(words.get("first.passed"));
        picture("first-passed");
        robot.type(KeyCode.ESCAPE);
        driver.awaitGone("#first-test");

        robot.clickOn("#rail-devices");
        robot.push(KeyCode.CONTROL, KeyCode.N);
        driver.awaitShown("#device-name");
        robot.write("pump-controller-0417");
        picture("new-device");
        robot.type(KeyCode.ESCAPE);
        driver.awaitGone("#device-name");

        robot.clickOn("#rail-bench");
        robot.push(KeyCode.CONTROL, KeyCode.T);
        driver.awaitShown("#ad-hoc-host");
        robot.interact(() ->
                robot.lookup("#ad-hoc-host").queryAs(TextInputControl.class).setText(plant.mqttsAddress()));
        robot.clickOn("#ad-hoc-TEST");
        driver.awaitWords(words.get("diagnosis.tls.server-untrusted.title"));
        picture("refusal");

        Path vault = vault();
        robot.push(KeyCode.CONTROL, KeyCode.L);
        driver.awaitShown("#passphrase");
        plant.in(vault, Instant.now(), workspace -> {
            workspace.servers().save(plant.entry());
            workspace.recipes().save(recipe());
        });
        driver.type("#passphrase", TestVaults.PASSPHRASE);
        robot.type(KeyCode.ENTER);
        driver.awaitShown("#lock");
        robot.clickOn("#rail-station");
        driver.awaitShown("#station-scan");
        robot.clickOn("#station-scan").write("M. Weber");
        robot.type(KeyCode.ENTER);
        driver.awaitWords(words.get("station.operator", "name", "M. Weber"));
        for (String serial : new String[] {"PX-00412", "PX-00413"}) {
            robot.clickOn("#station-scan").write(serial);
            robot.type(KeyCode.ENTER);
            driver.awaitWords(words.get("station.passed", "name", "pump-" + serial));
        }
        picture("station");

        robot.clickOn("#rail-settings");
        driver.awaitShown("#settings-backup");
        robot.interact(() -> {
            robot.lookup(".screen-scroll").queryAs(ScrollPane.class).setVvalue(0.5);
            robot.lookup("#settings-backup").queryButton().requestFocus();
        });
        picture("vault");
    }

    private Recipe recipe() {
        return new Recipe(
                words.get("step.device") + " PX",
                1,
                "pump-{serial}",
                "",
                "default",
                "",
                Map.of(),
                new RecipeCredential.SelfSigned(KeyType.EC_P256, Duration.ofDays(365), "CN={name}"),
                Optional.of(plant.entry().name()),
                Recipe.Proof.CONNECT,
                Optional.empty(),
                new StationRules(true, Optional.empty(), Optional.empty(), 3, 1),
                Optional.empty());
    }

    /** As a reader would have it: nothing half done in the outbox, and the vault where it usually is. */
    private void picture(String name) {
        if (driver.isShown("#outbox")) {
            await().until(() -> ((Label) robot.lookup("#outbox").queryButton().getGraphic())
                    .getText()
                    .equals("0"));
        }
        String folder = vault().getParent().toString();
        robot.interact(() -> robot.lookup(".label").queryAllAs(Label.class).stream()
                .filter(label -> !label.textProperty().isBound()
                        && label.getText() != null
                        && label.getText().contains(folder))
                .forEach(label -> label.setText(label.getText().replace(folder, "~/.local/share/gangway"))));
        driver.picture("guide-" + words.locale().getLanguage() + "-" + name);
    }
}
