package dev.gangway.ui.batches;

import dev.gangway.ui.kit.LineWords;
import dev.gangway.ui.text.Words;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Why units of a batch did not pass, the most frequent cause first, each with a bar beside the first one's. */
final class CausesPane extends VBox {
    private static final int MOST = 8;

    private final Words words;
    private Map<String, Long> shown = Map.of();

    CausesPane(Words words) {
        this.words = words;
        getStyleClass().addAll("card-body", "batch-causes");
    }

    /**
     * Shows these; does nothing where they are shown already.
     *
     * @param causes units by the code of their cause, the most frequent first
     */
    void show(Map<String, Long> causes) {
        if (causes.equals(shown) && !getChildren().isEmpty()) {
            return;
        }
        shown = causes;
        getChildren().clear();
        if (causes.isEmpty()) {
            getChildren().add(muted(words.get("batches.causes.none")));
            return;
        }
        long most = causes.values().iterator().next();
        causes.entrySet().stream()
                .limit(MOST)
                .forEach(cause -> getChildren().add(row(cause.getKey(), cause.getValue(), most)));
        if (causes.size() > MOST) {
            getChildren().add(muted(words.count("batches.causes.more", causes.size() - MOST)));
        }
    }

    private VBox row(String cause, long units, long most) {
        Label name = new Label(LineWords.cause(words, cause));
        name.setWrapText(true);
        name.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        Label count = new Label(words.formats().number(units));
        count.getStyleClass().add("strong");
        count.setMinWidth(Region.USE_PREF_SIZE);
        ProgressBar share = new ProgressBar((double) units / most);
        share.setMaxWidth(Double.MAX_VALUE);
        share.setAccessibleText(name.getText());
        share.getStyleClass().add("batch-share");
        return new VBox(4, new HBox(8, name, count), share);
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        return label;
    }
}
