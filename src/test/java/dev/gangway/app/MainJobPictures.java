package dev.gangway.app;

import dev.gangway.ui.Pictures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** Pictures of the main job, for the README; kept there only where {@code -Dgangway.pictures=true} asks for it. */
final class MainJobPictures {
    private static final Path DOCS = Path.of("docs", "pictures");

    private MainJobPictures() {}

    static boolean areWanted() {
        return Boolean.getBoolean("gangway.pictures");
    }

    static void take(FxRobot robot, Stage stage, String name) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> keep(Pictures.take(stage.getScene(), name)));
    }

    private static void keep(Path picture) {
        if (!areWanted()) {
            return;
        }
        try {
            Files.createDirectories(DOCS);
            Files.copy(picture, DOCS.resolve(picture.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
