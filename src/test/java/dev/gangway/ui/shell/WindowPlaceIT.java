package dev.gangway.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Where the window is at the next start. */
class WindowPlaceIT {
    @TempDir
    Path folder;

    private final FxRobot robot = new FxRobot();

    /** Writes down the usual size at the upper left corner, so that small screens do not make a window of it that fills them. */
    static void keepUsual(Path folder) {
        Path file = folder.resolve(WindowPlace.FILE);
        if (!Files.exists(file)) {
            write(file, "x=0\ny=0\nwidth=%s\nheight=%s\n".formatted(WindowPlace.WIDTH, WindowPlace.HEIGHT));
        }
    }

    @BeforeEach
    void toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @AfterEach
    void cleanUp() throws TimeoutException {
        FxToolkit.cleanupStages();
    }

    @Test
    void comesBackWhereItWas() {
        Start first = start();
        robot.interact(() -> {
            first.stage().setX(60);
            first.stage().setY(70);
            first.stage().setWidth(1100);
            first.stage().setHeight(700);
        });
        first.end();
        Start second = start();
        assertThat(second.stage().getX()).isEqualTo(60);
        assertThat(second.stage().getY()).isEqualTo(70);
        assertThat(second.stage().getWidth()).isEqualTo(1100);
        assertThat(second.stage().getHeight()).isEqualTo(700);
        assertThat(second.stage().isMaximized()).isFalse();
        second.end();
    }

    @Test
    void comesBackMaximisedAndKnowsWhereItWasBefore() {
        write(folder.resolve(WindowPlace.FILE), "x=60\ny=70\nwidth=1100\nheight=700\nmaximized=false\n");
        Start first = start();
        robot.interact(() -> first.stage().setMaximized(true));
        WaitForAsyncUtils.waitForFxEvents();
        first.end();
        assertThat(folder.resolve(WindowPlace.FILE))
                .content()
                .contains("maximized=true", "x=60.0", "y=70.0", "width=1100.0", "height=700.0");
        Start second = start();
        await().until(() -> second.stage().isMaximized());
        second.end();
    }

    @Test
    void leavesAPlaceThatIsOnNoScreen() {
        write(folder.resolve(WindowPlace.FILE), "x=20000\ny=70\nwidth=1100\nheight=700\nmaximized=false\n");
        Start start = start();
        assertThat(start.stage().getX()).isLessThan(5000);
        assertThat(start.stage().getWidth()).isEqualTo(1100);
        start.end();
    }

    @Test
    void aDamagedFileIsNoObstacle() {
        write(folder.resolve(WindowPlace.FILE), "x=NaN\ny=\\u12\nwidth=wide");
        Start start = start();
        assertThat(start.stage().isShowing()).isTrue();
        start.end();
        assertThat(folder.resolve(WindowPlace.FILE)).content().contains("maximized=");
    }

    /** One run of the program. */
    private record Start(Stage stage, ConsoleWindow window, FxRobot robot) {
        void end() {
            robot.interact(() -> {
                stage.hide();
                window.close();
            });
        }
    }

    private Start start() {
        AtomicReference<Start> started = new AtomicReference<>();
        robot.interact(() -> {
            Stage stage = new Stage();
            ConsoleWindow window = new ConsoleRig(folder).window(stage);
            window.show();
            started.set(new Start(stage, window, robot));
        });
        WaitForAsyncUtils.waitForFxEvents();
        return started.get();
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
