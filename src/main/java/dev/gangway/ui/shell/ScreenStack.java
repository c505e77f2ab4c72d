package dev.gangway.ui.shell;

import dev.gangway.ui.kit.Focus;
import dev.gangway.ui.kit.Navigator;
import dev.gangway.ui.kit.Screen;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.layout.StackPane;

/** Shows one of the screens. Exists before them, because they navigate through it. Used on the UI thread only. */
final class ScreenStack extends StackPane implements Navigator {
    private List<Screen> screens = List.of();
    private Consumer<Screen> onChange = screen -> {};
    private Optional<Screen> current = Optional.empty();
    private boolean hadFocus;

    /** Keeps the keyboard in the screen when what has it goes away there, where it would go to the header. */
    ScreenStack() {
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.focusOwnerProperty().addListener((owner, from, to) -> {
                    boolean was = hadFocus;
                    hadFocus = to != null && Focus.isInside(to, this);
                    if (was && !hadFocus && from != null && Focus.isGone(from) && getScene() == scene) {
                        takeFocus();
                    }
                });
            }
        });
    }

    /** Gives it its screens, and whom to tell when another one comes into view. */
    void fill(List<Screen> all, Consumer<Screen> whenChanged) {
        screens = all;
        onChange = whenChanged;
    }

    /** The screen in view. */
    Optional<Screen> current() {
        return current;
    }

    @Override
    public void open(String screen) {
        show(screen, Optional.empty());
    }

    @Override
    public void open(String screen, String subject) {
        show(screen, Optional.of(subject));
    }

    /** Stops all screens. */
    void close() {
        current.ifPresent(Screen::hidden);
        screens.forEach(Screen::close);
    }

    private void show(String id, Optional<String> subject) {
        Optional<Screen> wanted =
                screens.stream().filter(screen -> screen.id().equals(id)).findFirst();
        wanted.ifPresent(screen -> {
            subject.ifPresent(screen::select);
            if (!current.equals(wanted)) {
                current.ifPresent(Screen::hidden);
                current = wanted;
                getChildren().setAll(screen.node());
                onChange.accept(screen);
            }
            screen.shown();
            takeFocus(); // where the screen itself did not
        });
    }

    /** Moves the keyboard into the screen in view, unless it is there. */
    void takeFocus() {
        Platform.runLater(() -> current.map(Screen::node).ifPresent(Focus::moveInto));
    }
}
