package dev.gangway.ui.shell;

import static org.awaitility.Awaitility.await;

import dev.gangway.ui.Pictures;
import dev.gangway.vault.TestVaults;
import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** Drives the window as a person would, and waits for what that person would wait for. */
public final class Driver {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final FxRobot robot;
    private final Stage stage;

    /** Drives the window on this stage. */
    public Driver(FxRobot robot, Stage stage) {
        this.robot = robot;
        this.stage = stage;
    }

    /** Creates the vault; ends with the offer of a first test on the screen. */
    public void createVault() {
        type("#passphrase", TestVaults.PASSPHRASE);
        type("#passphrase-again", TestVaults.PASSPHRASE);
        robot.clickOn("#unlock");
        awaitShown("#first-test");
    }

    /** Types into a field in place of what is there. */
    public void type(String field, String text) {
        robot.interact(() -> robot.lookup(field).queryAs(TextInputControl.class).clear());
        robot.clickOn(field).write(text);
    }

    /** Waits until something is in view. */
    public void awaitShown(String query) {
        await().atMost(LONG).until(() -> isShown(query));
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Waits until something is not in view any more. */
    public void awaitGone(String query) {
        await().atMost(LONG).until(() -> !isShown(query));
    }

    /** Waits until these words are in view. */
    public void awaitWords(String words) {
        await().atMost(LONG).until(() -> words().contains(words));
    }

    /** Whether something is in view. */
    public boolean isShown(String query) {
        return robot.lookup(query).tryQuery().filter(Node::isVisible).isPresent();
    }

    /** All words of labels in view. */
    public List<String> words() {
        return robot.lookup(".label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }

    /** Takes a picture of the window. */
    public void picture(String name) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> Pictures.take(stage.getScene(), name));
    }
}
