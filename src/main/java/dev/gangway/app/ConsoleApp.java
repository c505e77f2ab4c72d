package dev.gangway.app;

import dev.gangway.settings.PlatformPaths;
import dev.gangway.ui.kit.SystemFilePicker;
import dev.gangway.ui.shell.ConsoleWindow;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The window's life, as JavaFX runs it. Public because JavaFX makes it. */
public final class ConsoleApp extends Application {
    private @Nullable ConsoleWindow window;

    /** Made by JavaFX. */
    public ConsoleApp() {}

    @Override
    public void start(Stage stage) {
        ConsoleWindow console = new ConsoleWindow(
                Wiring.window(PlatformPaths.here(), Wiring.vaults(), new SystemFilePicker(), Platform::runLater),
                stage);
        window = console;
        Thread.setDefaultUncaughtExceptionHandler((thread, bug) -> console.unexpected(bug));
        console.show();
        if (Rehearsal.of("window")) {
            endAtSecondFrame();
        }
    }

    private static void endAtSecondFrame() {
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                frames++;
                if (frames == 2) {
                    Platform.exit();
                }
            }
        }.start();
    }

    @Override
    public void stop() {
        if (window != null) {
            window.close();
        }
    }
}
