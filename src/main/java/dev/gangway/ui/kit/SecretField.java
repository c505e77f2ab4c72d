package dev.gangway.ui.kit;

import atlantafx.base.theme.Styles;
import dev.gangway.secret.Secret;
import dev.gangway.ui.text.Words;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/** Shows a secret as dots, in clear on purpose, and copies it for a while. */
public final class SecretField extends HBox {
    private static final String DOTS = "••••••••••••";

    private final Label shown = new Label(DOTS);
    private final ToggleButton reveal = new ToggleButton();

    /**
     * Makes one.
     *
     * @param name what it is, for screen readers
     * @param secret asked each time it is needed, so that nothing is kept here
     */
    public SecretField(String name, Supplier<Secret> secret, Words words, SecretClipboard clipboard) {
        getStyleClass().add("secret-field");
        setAlignment(Pos.CENTER_LEFT);
        shown.getStyleClass().add("code");
        shown.setWrapText(true);
        shown.setAccessibleText(words.get("secret.hidden", "name", name));
        reveal.setText(words.get("secret.reveal"));
        reveal.setAccessibleText(words.get("secret.reveal.of", "name", name));
        reveal.getStyleClass().add(Styles.SMALL);
        reveal.setMinWidth(USE_PREF_SIZE);
        reveal.selectedProperty().addListener((property, was, clear) -> {
            reveal.setText(words.get(clear ? "secret.hide" : "secret.reveal"));
            shown.setText(clear ? secret.get().reveal() : DOTS);
            shown.setAccessibleText(clear ? name : words.get("secret.hidden", "name", name));
        });
        Button copy = new Button(words.get("secret.copy"));
        copy.setAccessibleText(words.get("secret.copy.of", "name", name));
        copy.getStyleClass().add(Styles.SMALL);
        copy.setMinWidth(USE_PREF_SIZE);
        copy.setOnAction(event -> clipboard.copySecret(secret.get().reveal()));
        getChildren().addAll(shown, reveal, copy);
    }

    /** Shows dots again; screens call it when they go out of view. */
    public void hide() {
        reveal.setSelected(false);
    }
}
