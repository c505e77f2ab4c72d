package dev.gangway.ui.shell;

import static org.awaitility.Awaitility.await;

import dev.gangway.ui.Pictures;
import dev.gangway.vault.TestVaults;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Cell;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
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
        try {
            await().atMost(LONG).until(() -> isShown(query));
        } catch (ConditionTimeoutException never) {
            picture("never-shown");
            throw new AssertionError(query + " was not shown; never-shown.png has what was", never);
        }
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
        return robot.lookup(query).queryAll().stream().anyMatch(Driver::isInView);
    }

    /** All words of labels in view. */
    public List<String> words() {
        return robot.lookup(".label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }

    /** Makes the window this large. */
    public void resize(double width, double height) {
        robot.interact(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Words in view that are not shown whole, other than in tables, where a tooltip has the rest. */
    public List<String> cutOff() {
        WaitForAsyncUtils.waitForFxEvents();
        List<String> cut = new ArrayList<>();
        robot.interact(() -> cut.addAll(cutOffNow()));
        return cut;
    }

    /** Of words that have changed just now, what was laid out is what they said before. */
    private List<String> cutOffNow() {
        stage.getScene().getRoot().applyCss();
        stage.getScene().getRoot().layout();
        return robot.lookup((Node node) -> node instanceof Labeled).queryAllAs(Labeled.class).stream()
                .filter(labeled -> isInView(labeled)
                        && labeled.getText() != null
                        && !labeled.getText().isBlank())
                .filter(labeled -> labeled.lookup(".text") instanceof Text shown
                        && shown.getParent() == labeled
                        && !shown.getText().equals(labeled.getText()))
                .filter(labeled -> labeled.getTooltip() == null && !(labeled instanceof Cell))
                .map(Labeled::getText)
                .toList();
    }

    /** What can have the focus in view and has no name that a screen reader could say. */
    public List<String> unnamed() {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup((Node node) -> node instanceof Control).queryAllAs(Control.class).stream()
                .filter(control -> control.isFocusTraversable() && !control.isDisabled() && isInView(control))
                .filter(control -> isBlank(control.getAccessibleText())
                        && control.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY) == null
                        && !(control instanceof Labeled labeled && !isBlank(labeled.getText())))
                .map(Control::toString)
                .toList();
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static boolean isInView(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** Takes a picture of the window. */
    public void picture(String name) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> Pictures.take(stage.getScene(), name));
    }
}
