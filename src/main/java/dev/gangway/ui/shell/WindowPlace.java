package dev.gangway.ui.shell;

import dev.gangway.settings.PropertiesFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import javafx.animation.PauseTransition;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Size and place of the window from one start to the next, in a file of its own beside the settings. A place that is on
 * no screen any more is left to the system; the size stays. Used on the UI thread only.
 */
final class WindowPlace {
    /** Name of the file. */
    static final String FILE = "window.properties";

    /** Of the content of a window that nobody has made larger or smaller, in pixels. */
    static final double WIDTH = 1440;

    /** Of the content of a window that nobody has made larger or smaller, in pixels. */
    static final double HEIGHT = 900;

    /** What of the title bar has to be on a screen, so that the window can be taken hold of. */
    private static final double HANDLE_WIDTH = 120;

    private static final double HANDLE_HEIGHT = 32;
    private static final double SMALLEST = 200;
    private static final double LARGEST = 32_767;

    private static final Logger LOG = LoggerFactory.getLogger(WindowPlace.class);

    private final Stage stage;
    private final Path file;
    private final PauseTransition settling = new PauseTransition(Duration.millis(300));
    private Optional<Rectangle2D> bounds = Optional.empty();

    /** Follows this window from now on, and keeps its place in this file. */
    WindowPlace(Stage stage, Path file) {
        this.stage = stage;
        this.file = file;
        settling.setOnFinished(_ -> note());
        stage.xProperty().addListener(_ -> settling.playFromStart());
        stage.yProperty().addListener(_ -> settling.playFromStart());
        stage.widthProperty().addListener(_ -> settling.playFromStart());
        stage.heightProperty().addListener(_ -> settling.playFromStart());
    }

    /** Puts the window where it was; call before it is shown. One that is larger than the screen starts maximised. */
    void restore() {
        Optional<Properties> kept = read();
        bounds = kept.flatMap(WindowPlace::bounds);
        bounds.ifPresent(was -> {
            stage.setWidth(was.getWidth());
            stage.setHeight(was.getHeight());
            if (isOnScreen(was)) {
                stage.setX(was.getMinX());
                stage.setY(was.getMinY());
            }
        });
        stage.setMaximized(kept.map(each -> Boolean.parseBoolean(each.getProperty("maximized")))
                .orElseGet(WindowPlace::isTooLarge));
    }

    /** Writes down where the window is. */
    void keep() {
        settling.stop();
        note();
        Properties properties = new Properties();
        properties.setProperty("maximized", String.valueOf(stage.isMaximized()));
        bounds.ifPresent(now -> {
            properties.setProperty("x", String.valueOf(now.getMinX()));
            properties.setProperty("y", String.valueOf(now.getMinY()));
            properties.setProperty("width", String.valueOf(now.getWidth()));
            properties.setProperty("height", String.valueOf(now.getHeight()));
        });
        try {
            PropertiesFile.write(properties, file);
        } catch (IOException refused) {
            LOG.warn("{} cannot be written, the window's place is not kept", file);
        }
    }

    /** A window that fills the screen keeps the place that it goes back to. */
    private void note() {
        boolean free = !stage.isMaximized() && !stage.isIconified() && !stage.isFullScreen();
        if (free && stage.getWidth() >= SMALLEST && Double.isFinite(stage.getX()) && Double.isFinite(stage.getY())) {
            bounds = Optional.of(new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()));
        }
    }

    private Optional<Properties> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(PropertiesFile.read(file));
        } catch (IOException unreadable) {
            LOG.warn("{} cannot be read, the window takes its usual place", file);
            return Optional.empty();
        }
    }

    private static Optional<Rectangle2D> bounds(Properties kept) {
        try {
            double width = number(kept, "width", SMALLEST);
            double height = number(kept, "height", SMALLEST);
            return Optional.of(
                    new Rectangle2D(number(kept, "x", -LARGEST), number(kept, "y", -LARGEST), width, height));
        } catch (NumberFormatException damaged) {
            LOG.warn("{} does not say where the window was, it takes its usual place", FILE);
            return Optional.empty();
        }
    }

    private static double number(Properties kept, String key, double least) {
        double number = Double.parseDouble(kept.getProperty(key, "none"));
        if (!(number >= least && number <= LARGEST)) {
            throw new NumberFormatException(key);
        }
        return number;
    }

    private static boolean isOnScreen(Rectangle2D window) {
        Rectangle2D handle = new Rectangle2D(
                window.getMinX() + (window.getWidth() - HANDLE_WIDTH) / 2,
                window.getMinY(),
                HANDLE_WIDTH,
                HANDLE_HEIGHT);
        return Screen.getScreens().stream()
                .anyMatch(screen -> screen.getVisualBounds().contains(handle));
    }

    private static boolean isTooLarge() {
        Rectangle2D free = Screen.getPrimary().getVisualBounds();
        return free.getWidth() < WIDTH || free.getHeight() < HEIGHT + HANDLE_HEIGHT;
    }
}
