package dev.gangway.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The result in one sentence on top of a screen, with what can be done next beside it. */
public final class VerdictBanner extends HBox {
    private final Label title = new Label();
    private final Label detail = new Label();
    private final HBox actions = new HBox();

    /** An empty banner with these buttons. */
    public VerdictBanner(Node... buttons) {
        getStyleClass().addAll("panel", "verdict");
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.TEXT);
        title.getStyleClass().add("verdict-title");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        detail.getStyleClass().add("muted");
        detail.setWrapText(true);
        detail.setMinHeight(USE_PREF_SIZE);
        VBox words = new VBox(title, detail);
        words.setAlignment(Pos.CENTER_LEFT);
        words.getStyleClass().add("verdict-words");
        words.setMinWidth(0);
        setHgrow(words, Priority.ALWAYS);
        actions.getStyleClass().add("button-row");
        actions.setMinWidth(USE_PREF_SIZE);
        actions.getChildren().addAll(buttons);
        getChildren().addAll(words, actions);
        show(Level.NEUTRAL, "", "");
    }

    /** Shows a result. */
    public void show(Level level, String sentence, String facts) {
        level.applyTo(this);
        title.setText(sentence);
        title.setGraphic(level == Level.NEUTRAL ? null : new LevelShape(level));
        detail.setText(facts);
        detail.setManaged(!facts.isEmpty());
        setAccessibleText(sentence + ". " + facts);
    }
}
