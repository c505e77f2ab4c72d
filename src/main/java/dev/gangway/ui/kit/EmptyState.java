package dev.gangway.ui.kit;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What a screen shows when it has nothing yet: what to do first, with the buttons that do it. */
public final class EmptyState extends VBox {
    /** Makes one; the first button is the one to press. */
    public EmptyState(String title, String text, Button... buttons) {
        getStyleClass().add("empty-state");
        Label heading = new Label(title);
        heading.getStyleClass().add("empty-title");
        Label explanation = new Label(text);
        explanation.getStyleClass().add("empty-text");
        explanation.setWrapText(true);
        HBox row = new HBox(buttons);
        row.getStyleClass().add("button-row");
        getChildren().addAll(heading, explanation, row);
    }
}
