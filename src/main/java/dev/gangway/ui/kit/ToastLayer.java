package dev.gangway.ui.kit;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Toasts as a layer over the window, at the lower right; the newest is at the bottom. */
public final class ToastLayer extends VBox implements Toasts {
    private static final Duration STAYS = Duration.seconds(6);

    /** An empty layer. */
    public ToastLayer() {
        getStyleClass().add("toasts");
        setAlignment(Pos.BOTTOM_RIGHT);
        setPickOnBounds(false);
        setMouseTransparent(true);
    }

    @Override
    public void show(Level level, String sentence) {
        Label toast = new Label(sentence, new LevelShape(level));
        toast.getStyleClass().add("toast");
        level.applyTo(toast);
        toast.setWrapText(true);
        toast.setAccessibleRole(AccessibleRole.TEXT);
        getChildren().add(toast);
        PauseTransition timer = new PauseTransition(STAYS);
        timer.setOnFinished(event -> getChildren().remove(toast));
        timer.play();
    }
}
