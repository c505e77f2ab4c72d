package dev.gangway.ui.kit;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Lies over the window and shows one thing at a time, over everything else made dim. Used on the UI thread only. */
public final class ModalLayer extends StackPane {
    private final ReadOnlyObjectWrapper<Optional<Node>> content =
            new ReadOnlyObjectWrapper<>(this, "content", Optional.empty());

    /** Shows nothing. */
    public ModalLayer() {
        getStyleClass().add("modal-layer");
        setVisible(false);
    }

    /** What it shows. */
    public ReadOnlyObjectProperty<Optional<Node>> contentProperty() {
        return content.getReadOnlyProperty();
    }

    /** Shows this, in place of what it shows now. */
    public void show(Node node) {
        Region dim = new Region();
        dim.getStyleClass().add("modal-dim");
        getChildren().setAll(dim, node);
        setVisible(true);
        content.set(Optional.of(node));
    }

    /** Shows nothing. */
    public void hide() {
        setVisible(false);
        getChildren().clear();
        content.set(Optional.empty());
    }
}
