package dev.gangway.app;

import dev.gangway.settings.PlatformPaths;
import dev.gangway.ui.shell.ConsoleWindow;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The window's life, as JavaFX runs it. Public because JavaFX makes it. */
public final class ConsoleApp extends Application {
    /** Ends the program as soon as its window is up; used when the packaged program is rehearsed. */
    static final String REHEARSAL = "gangway.rehearsal";

    private @Nullable ConsoleWindow window;

    /** Made by JavaFX. */
    public ConsoleApp() {}

    @Override
    public void start(Stage stage) {
        window = new ConsoleWindow(Wiring.window(PlatformPaths.here(), Wiring.vaults(), Platform::runLater), stage);
        Thread.setDefaultUncaughtExceptionHandler((thread, bug) -> window.unexpected(bug));
        window.show();
        if (Boolean.getBoolean(REHEARSAL)) {
            Platform.runLater(Platform::exit);
        }
    }

    @Override
    public void stop() {
        if (window != null) {
            window.close();
        }
    }
}
