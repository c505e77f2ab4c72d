package dev.gangway.ui.shell;

import dev.gangway.settings.Settings;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** A test that drives the whole window over real rooms, with a vault of its own. */
public abstract class WindowCase {
    private static final List<WeakReference<ConsoleWindow>> CLOSED = new ArrayList<>();

    @TempDir
    protected Path folder;

    /** Picks files in place of the system's chooser. */
    protected final ScriptedFilePicker files = new ScriptedFilePicker();

    protected final FxRobot robot = new FxRobot();
    protected Stage stage;
    protected ConsoleWindow window;
    protected Driver driver;

    /** What must stand in {@link #folder} before the window comes up; nothing unless overridden. */
    protected void beforeTheWindow() {}

    /** What the window is set to: English and light unless overridden. */
    protected Settings settings() {
        return Settings.defaults().withLanguage(Settings.Language.ENGLISH).withTheme(Settings.Theme.LIGHT);
    }

    /** The longer language and the other colours, with text as large as {@code -Dgangway.text} says. */
    protected static Settings germanInTheDark() {
        return Settings.defaults()
                .withLanguage(Settings.Language.GERMAN)
                .withTheme(Settings.Theme.DARK)
                .withTextPercent(Integer.getInteger("gangway.text", 100));
    }

    /** Makes a vault, opens the bench, and tests the server at this address. */
    protected final void testAdHoc(String address) {
        driver.createVault();
        robot.type(KeyCode.ESCAPE);
        driver.awaitGone("#first-test");
        robot.clickOn("#rail-bench");
        robot.push(KeyCode.CONTROL, KeyCode.T);
        driver.awaitShown("#ad-hoc-host");
        robot.interact(() ->
                robot.lookup("#ad-hoc-host").queryAs(TextInputControl.class).setText(address));
        robot.clickOn("#ad-hoc-TEST");
    }

    @BeforeEach
    final void openTheWindow() throws TimeoutException {
        beforeTheWindow();
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupStage(this::show);
    }

    private void show(Stage shown) {
        stage = shown;
        stage.setX(0); // wherever another test left it: the headless platform draws nothing beyond its screen
        stage.setY(0);
        driver = new Driver(robot, stage);
        window = new ConsoleRig(folder).picking(files).with(settings()).window(stage);
        window.show();
    }

    @AfterEach
    final void closeTheWindow() throws TimeoutException {
        robot.interact(window::close);
        CLOSED.add(new WeakReference<>(window));
        robot.release(new KeyCode[0]);
        robot.release(new MouseButton[0]);
        FxToolkit.cleanupStages();
    }

    /** The toolkit may still hold the last one; another is a leak, which in the end fills the memory of whoever locks and unlocks for days. */
    @AfterAll
    static void closedWindowsAreLetGo() {
        Awaitility.await("windows that are closed and still held")
                .atMost(Duration.ofSeconds(60)) // work that is under way may hold one until it ends
                .until(() -> {
                    System.gc();
                    CLOSED.removeIf(window -> window.get() == null);
                    return CLOSED.size() < 2;
                });
    }
}
