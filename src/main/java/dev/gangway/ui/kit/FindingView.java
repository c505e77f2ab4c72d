package dev.gangway.ui.kit;

import dev.gangway.diagnosis.Action;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import dev.gangway.ui.text.Words;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What is wrong with a file, where in it, and what helps. */
public final class FindingView extends VBox {
    /** Makes one. */
    public FindingView(Words words, Level level, Diagnosis why) {
        Label title = new Label(words.title(why));
        title.setGraphic(new LevelShape(level));
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        title.getStyleClass().addAll("finding-title", level.styleClass());
        getStyleClass().add("finding");
        getChildren().addAll(title, said(words.text(why)));
        why.evidence().stream()
                .filter(seen -> seen.place() instanceof Evidence.Place.InFile)
                .forEach(seen -> getChildren().add(said(words.evidence(seen))));
        why.remedies().stream()
                .filter(remedy -> remedy.action() == Action.NONE)
                .forEach(remedy -> getChildren().add(said("→ " + words.remedy(remedy))));
    }

    private static Label said(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().addAll("muted", "small");
        return label;
    }
}
