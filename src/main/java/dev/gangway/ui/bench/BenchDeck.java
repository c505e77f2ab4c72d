package dev.gangway.ui.bench;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** Shows one of the views of the bench at a time. */
final class BenchDeck extends StackPane {
    private final Map<BenchView, Node> nodes = new EnumMap<>(BenchView.class);
    private final ReadOnlyObjectWrapper<BenchView> view = new ReadOnlyObjectWrapper<>(BenchView.RUN);

    BenchDeck() {
        setMinSize(0, 0);
    }

    /** Gives a view its node. */
    void put(BenchView which, Node node) {
        nodes.put(which, node);
        if (which == view.get()) {
            getChildren().setAll(node);
        }
    }

    /** Shows this one. */
    void show(BenchView which) {
        getChildren().setAll(Objects.requireNonNull(nodes.get(which)));
        view.set(which);
    }

    /** The one in view. */
    ReadOnlyObjectProperty<BenchView> view() {
        return view.getReadOnlyProperty();
    }
}
