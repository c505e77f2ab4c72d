package dev.gangway.ui.kit;

import atlantafx.base.theme.Styles;
import dev.gangway.ui.text.Words;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/** Takes a secret that people type or have generated: as dots, in clear on purpose. */
public final class SecretInput extends HBox {
    private final PasswordField hidden = new PasswordField();
    private final TextField clear = new TextField();
    private final ToggleButton reveal = new ToggleButton();

    /**
     * Makes one.
     *
     * @param name what it is, for screen readers
     * @param text what was entered, both ways
     * @param generator makes a random one, where that is of use
     */
    public SecretInput(String name, StringProperty text, Optional<Supplier<String>> generator, Words words) {
        getStyleClass().add("secret-input");
        setAlignment(Pos.CENTER_LEFT);
        hidden.textProperty().bindBidirectional(text);
        clear.textProperty().bindBidirectional(text);
        clear.getStyleClass().add("code");
        hidden.setAccessibleText(name);
        clear.setAccessibleText(name);
        clear.setVisible(false);
        StackPane field = new StackPane(hidden, clear);
        HBox.setHgrow(field, Priority.ALWAYS);
        reveal.setText(words.get("secret.reveal"));
        reveal.setAccessibleText(words.get("secret.reveal.of", "name", name));
        reveal.getStyleClass().add(Styles.SMALL);
        reveal.setMinWidth(USE_PREF_SIZE);
        reveal.selectedProperty().addListener((_, _, shown) -> {
            reveal.setText(words.get(shown ? "secret.hide" : "secret.reveal"));
            hidden.setVisible(!shown);
            clear.setVisible(shown);
        });
        getChildren().addAll(field, reveal);
        generator.ifPresent(make -> {
            Button generate = new Button(words.get("secret.generate"));
            generate.setAccessibleText(words.get("secret.generate.of", "name", name));
            generate.getStyleClass().add(Styles.SMALL);
            generate.setMinWidth(USE_PREF_SIZE);
            generate.setOnAction(_ -> text.set(make.get()));
            getChildren().add(generate);
        });
    }

    /** Gives the field that is in view this id, and says what to type into it. */
    public SecretInput with(String id, String prompt) {
        hidden.setId(id);
        hidden.setPromptText(prompt);
        clear.setPromptText(prompt);
        return this;
    }

    /** Shows dots again; screens call it when they go out of view. */
    public void hide() {
        reveal.setSelected(false);
    }
}
