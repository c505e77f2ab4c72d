package dev.gangway.ui.shell;

import java.util.List;
import java.util.Objects;
import javafx.scene.image.Image;
import javafx.stage.Stage;

/** The program's sign in the task bar and on the window's frame, in the sizes that desktops ask for. */
final class WindowIcon {
    private static final List<Integer> PIXELS = List.of(16, 24, 32, 48, 64, 128, 256);

    private WindowIcon() {}

    /** Gives a window all of them; its desktop takes the one that fits. */
    static void of(Stage stage) {
        PIXELS.forEach(size -> stage.getIcons()
                .add(new Image(Objects.requireNonNull(WindowIcon.class.getResource("icon/" + size + ".png"))
                        .toExternalForm())));
    }
}
