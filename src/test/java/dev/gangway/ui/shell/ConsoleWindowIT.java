package dev.gangway.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gangway.settings.Settings;
import dev.gangway.ui.Pictures;
import dev.gangway.vault.TestVaults;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The real window over real rooms, driven by keyboard and mouse. */
@ExtendWith(ApplicationExtension.class)
class ConsoleWindowIT {
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private Stage stage;
    private ConsoleWindow window;

    @Start
    void start(Stage stage) {
        this.stage = stage;
        window = new ConsoleRig(folder)
                .with(Settings.defaults()
                        .withLanguage(Settings.Language.ENGLISH)
                        .withTheme(Settings.Theme.LIGHT))
                .window(stage);
        window.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window::close);
    }

    @Test
    void aFirstStartEndsInAPassingTest(FxRobot robot) {
        picture(robot, "unlock-create");
        type(robot, "#passphrase", "too short");
        robot.clickOn("#unlock");
        assertThat(labels(robot)).contains("A passphrase has at least 15 characters.");
        create(robot);
        picture(robot, "welcome");
        robot.clickOn("#first-test");
        await().atMost(LONG).until(() -> labels(robot).contains("The device connects"));
        picture(robot, "first-passed");
        robot.clickOn("#first-test");
        await().atMost(LONG).until(() -> !isShown(robot, "#first-test"));
        await().atMost(LONG).until(() -> labels(robot).contains("1 device"));
    }

    @Test
    void locksAndSaysWhyAWrongPassphraseDoesNotOpen(FxRobot robot) {
        create(robot);
        robot.type(KeyCode.ESCAPE);
        robot.push(KeyCode.CONTROL, KeyCode.L);
        shown(robot, "#passphrase");
        type(robot, "#passphrase", "something else entirely");
        robot.type(KeyCode.ENTER);
        shown(robot, ".problem-title");
        picture(robot, "unlock-wrong");
        type(robot, "#passphrase", TestVaults.PASSPHRASE);
        robot.type(KeyCode.ENTER);
        shown(robot, "#lock");
        assertThat(stage.getScene().lookup("#first-test")).isNull();
    }

    @Test
    void everythingIsReachedByKeyboard(FxRobot robot) {
        create(robot);
        robot.type(KeyCode.ESCAPE);
        robot.type(KeyCode.F1);
        shown(robot, ".shortcut-table");
        picture(robot, "shortcuts");
        robot.push(KeyCode.CONTROL, KeyCode.L);
        assertThat(isShown(robot, "#lock"))
                .as("no shortcut works behind a dialog")
                .isTrue();
        robot.type(KeyCode.ESCAPE);
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("settings");
        await().atMost(LONG).until(() -> labels(robot).contains("Open Settings"));
        robot.type(KeyCode.ENTER);
        shown(robot, "#settings-language");
        picture(robot, "settings");
    }

    @Test
    void changesLanguageAndColoursAtOnce(FxRobot robot) {
        create(robot);
        robot.type(KeyCode.ESCAPE);
        robot.clickOn("#rail-settings");
        choose(robot, "#settings-theme", Settings.Theme.DARK);
        picture(robot, "settings-dark");
        choose(robot, "#settings-language", Settings.Language.GERMAN);
        await().atMost(LONG).until(() -> labels(robot).contains("Einstellungen"));
        picture(robot, "settings-dark-de");
    }

    @Test
    void aBugShowsACodeAndNoSecret(FxRobot robot) {
        create(robot);
        robot.type(KeyCode.ESCAPE);
        window.unexpected(new IllegalStateException("token=hunter2"));
        shown(robot, "#unexpected-code");
        assertThat(labels(robot))
                .anyMatch(text -> text.matches("G-[0-9A-F]{8}"))
                .noneMatch(text -> text.contains("hunter2"));
        picture(robot, "unexpected");
    }

    private void create(FxRobot robot) {
        type(robot, "#passphrase", TestVaults.PASSPHRASE);
        type(robot, "#passphrase-again", TestVaults.PASSPHRASE);
        robot.clickOn("#unlock");
        shown(robot, "#first-test");
    }

    private static void type(FxRobot robot, String field, String text) {
        robot.interact(() -> robot.lookup(field).queryAs(TextInputControl.class).clear());
        robot.clickOn(field).write(text);
    }

    private static <T> void choose(FxRobot robot, String box, T value) {
        robot.interact(() -> robot.lookup(box).<ComboBox<T>>query().setValue(value));
    }

    private static void shown(FxRobot robot, String query) {
        await().atMost(LONG).until(() -> isShown(robot, query));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static boolean isShown(FxRobot robot, String query) {
        return robot.lookup(query).tryQuery().filter(Node::isVisible).isPresent();
    }

    private static List<String> labels(FxRobot robot) {
        return robot.lookup(".label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }

    private void picture(FxRobot robot, String name) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> Pictures.take(stage.getScene(), name));
    }
}
