package dev.gangway.ui.station;

import dev.gangway.secret.Secret;
import dev.gangway.ui.text.Words;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.StackPane;

/**
 * Takes the PIN of who signs on, as dots, with Enter. Each PIN gets a field of its own, because a field that was emptied
 * still gives back by Ctrl+Z what stood in it.
 */
final class PinEntry extends StackPane {
    private final Words words;
    private final StationViewModel model;
    private PasswordField field = new PasswordField();

    PinEntry(Words words, StationViewModel model) {
        this.words = words;
        this.model = model;
        setVisible(false);
        managedProperty().bind(visibleProperty());
    }

    /** Shows an empty field, or none. */
    void ask(boolean asked, String prompt) {
        fresh(prompt);
        setVisible(asked);
    }

    /** Has the next key go there. */
    void focus() {
        field.requestFocus();
    }

    private void fresh(String prompt) {
        field.editableProperty().unbind();
        field.promptTextProperty().unbind();
        PasswordField next = new PasswordField();
        next.setId("station-pin");
        next.getStyleClass().add("station-scan");
        next.setAccessibleText(prompt);
        next.editableProperty().bind(model.checkingProperty().not());
        next.promptTextProperty()
                .bind(model.checkingProperty().map(checking -> checking ? words.get("station.pin.checking") : ""));
        next.setOnAction(event -> {
            Secret typed = Secret.of(next.getText());
            fresh(prompt);
            focus();
            model.pin(typed);
        });
        field.setText("");
        field = next;
        getChildren().setAll(field);
    }
}
