package dev.gangway.ui.kit;

import atlantafx.base.theme.Styles;
import dev.gangway.authorities.Successor.Key;
import dev.gangway.ui.text.Words;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Asks for which key certificates are renewed. For the UI thread alone. */
public final class RenewQuestion {
    private final ScreenContext around;
    private final Words words;
    private Key key = Key.SAME;

    /** One in this window. */
    public RenewQuestion(ScreenContext around) {
        this.around = around;
        words = around.words();
    }

    /** Asks about what bears these names; {@code then} hears the answer, once the question is gone. */
    public void ask(List<String> names, Consumer<Key> then) {
        SegmentedButton<Key> keys = new SegmentedButton<>(
                words.get("renew.key"),
                Key.class,
                List.of(Key.values()),
                each -> words.get("renew.key." + each),
                each -> key = each);
        keys.choose(key);
        VBox form = new VBox(
                wrapped(words.formats().names(names)),
                new FormField(words.get("renew.key"), keys, words.get("renew.key.hint")),
                wrapped(words.get("renew.text")));
        form.getChildren().getLast().getStyleClass().add("muted");
        form.getStyleClass().add("form");
        Button cancel = new Button(words.get("dialog.cancel"));
        cancel.setCancelButton(true);
        cancel.setOnAction(_ -> around.dialogs().close());
        Button renew = new Button(words.count("renew.action", names.size()));
        renew.setId("renew-now");
        renew.setDefaultButton(true);
        renew.getStyleClass().add(Styles.ACCENT);
        renew.setOnAction(_ -> {
            around.dialogs().close();
            then.accept(key);
        });
        around.dialogs().show(new Panel(words.get("renew.title"), form, cancel, renew));
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
