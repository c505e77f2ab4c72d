package dev.gangway.ui.authorities;

import atlantafx.base.theme.Styles;
import dev.gangway.pki.KeyType;
import dev.gangway.ui.kit.Choices;
import dev.gangway.ui.kit.FormField;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.text.Words;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;

/** What the dialogs of this screen have in common. */
final class Form {
    private static final int MOST_DAYS = 36_500;

    private Form() {}

    static TextField text(String id, String value) {
        TextField field = new TextField(value);
        field.setId(id);
        return field;
    }

    static ComboBox<KeyType> keyTypes(Words words, KeyType chosen) {
        ComboBox<KeyType> box =
                Choices.of(Arrays.asList(KeyType.values()), type -> words.get("authorities.key-type." + type));
        box.setValue(chosen);
        return box;
    }

    /** A number of days from a field; empty text means no end; an empty result means that it is none. */
    static Optional<Optional<Duration>> days(String text) {
        String typed = text.strip();
        if (typed.isEmpty()) {
            return Optional.of(Optional.empty());
        }
        return typed.matches("\\d{1,5}") && Integer.parseInt(typed) >= 1 && Integer.parseInt(typed) <= MOST_DAYS
                ? Optional.of(Optional.of(Duration.ofDays(Integer.parseInt(typed))))
                : Optional.empty();
    }

    /** Words between commas, line breaks or spaces. */
    static List<String> list(String text) {
        return Arrays.stream(text.split("[,;\\s]+"))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    static FormField field(Words words, String key, Node control) {
        return new FormField(words.get(key), control, words.get(key + ".hint"));
    }

    static Button cancel(ScreenContext around) {
        Button button = new Button(around.words().get("dialog.cancel"));
        button.setCancelButton(true);
        button.setOnAction(event -> around.dialogs().close());
        return button;
    }

    static Button action(String id, String label, Runnable action) {
        Button button = new Button(label);
        button.setId(id);
        button.setDefaultButton(true);
        button.getStyleClass().add(Styles.ACCENT);
        button.setOnAction(event -> action.run());
        return button;
    }
}
