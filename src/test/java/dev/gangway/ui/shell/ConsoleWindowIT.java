package dev.gangway.ui.shell;

import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;

import dev.gangway.settings.Settings;
import dev.gangway.ui.Pictures;
import dev.gangway.vault.TestVaults;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
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

@ExtendWith(ApplicationExtension.class)
class ConsoleWindowIT {
    @TempDir
    Path folder;

    private Stage stage;
    private ConsoleWindow window;

    @Start
    void start(Stage stage) {
        this.stage = stage;
        window = new ConsoleRig(folder, (plan, live, cancellation) -> {
                    throw new IllegalStateException("no bench");
                })
                .with(Settings.defaults().withTheme(Settings.Theme.LIGHT))
                .window(stage);
        window.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window::close);
    }

    @Test
    void pictures(FxRobot robot) {
        picture(robot, "unlock-create");
        robot.clickOn("#passphrase").write("short");
        robot.clickOn("#unlock");
        picture(robot, "unlock-short");
        robot.clickOn("#passphrase").write(TestVaults.PASSPHRASE);
        robot.clickOn("#passphrase-again").write("short" + TestVaults.PASSPHRASE);
        picture(robot, "unlock-strong");
        robot.type(KeyCode.ENTER);
        await().atMost(ofSeconds(20))
                .until(() -> robot.lookup("#first-test").tryQuery().isPresent());
        picture(robot, "welcome");
        robot.clickOn("#first-test");
        await().atMost(ofSeconds(20))
                .until(() -> robot.lookup(".step-row").tryQuery().isPresent());
        picture(robot, "first-running");
    }

    private void picture(FxRobot robot, String name) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> Pictures.take(stage.getScene(), name));
    }

    private static String text(FxRobot robot, String query) {
        Node node = robot.lookup(query).query();
        return ((Labeled) node).getText();
    }
}
