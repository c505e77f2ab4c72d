package dev.gangway.app;

import dev.gangway.settings.PlatformPaths;
import dev.gangway.ui.kit.SystemFilePicker;
import dev.gangway.ui.shell.ConsoleWindow;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The window's life, as JavaFX runs it. Public because JavaFX makes it. */
public final class ConsoleApp extends Application {
    /** A desktop that ends its session gives its programs about that long. */
    private static final Duration LONGEST_END = Duration.ofSeconds(5);

    private @Nullable Ending ending;

    /** Made by JavaFX. */
    public ConsoleApp() {}

    @Override
    public void start(Stage stage) {
        List<Path> files = getParameters().getRaw().stream()
                .skip(1) // open
                .map(file -> Path.of(file).toAbsolutePath())
                .toList();
        Optional<Path> vault = files.stream().filter(ConsoleApp::isVault).findFirst();
        PlatformPaths paths = vault.map(PlatformPaths.here()::withVault).orElseGet(PlatformPaths::here);
        ConsoleWindow console = new ConsoleWindow(
                Wiring.window(paths, Wiring.vaults(), new SystemFilePicker(), Platform::runLater), stage);
        ending = new Ending(Platform::runLater, console::close, LONGEST_END);
        Runtime.getRuntime().addShutdownHook(ending.hook());
        // a second vault, too: the import says of each file what it is
        console.importOnceOpen(files.stream()
                .filter(file -> vault.filter(file::equals).isEmpty())
                .toList());
        Thread.setDefaultUncaughtExceptionHandler((thread, bug) -> console.unexpected(bug));
        console.show();
        if (Rehearsal.of("window")) {
            endAtSecondFrame();
        }
    }

    /** By its first bytes: a vault is a database of SQLite, and nothing that can be imported is one. */
    private static boolean isVault(Path file) {
        byte[] sqlite = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(sqlite.length), sqlite);
        } catch (IOException unreadable) {
            return false; // the import says what is wrong with it
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
        if (ending != null) {
            ending.now();
        }
    }
}
