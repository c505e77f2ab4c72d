package dev.gangway.ui.kit;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Names with values below them, as in the detail panels. */
public final class Facts extends VBox {
    /** An empty list. */
    public Facts() {
        getStyleClass().add("facts");
    }

    /** Adds a name with text. */
    public Facts add(String name, String value) {
        return add(name, wrapped(value));
    }

    /** Adds a name with text in the fixed-width font. */
    public Facts addCode(String name, String value) {
        Label label = wrapped(value);
        label.getStyleClass().add("code");
        return add(name, label);
    }

    /** Adds a name with nodes. */
    public Facts add(String name, Node... values) {
        Label label = new Label(name);
        label.getStyleClass().add("fact-name");
        VBox fact = new VBox(label);
        fact.getStyleClass().add("fact");
        fact.getChildren().addAll(values);
        getChildren().add(fact);
        return this;
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
