package dev.gangway.ui.kit;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.ui.text.Words;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** A diagnosis in a few lines, for forms: what is wrong and what helps. Takes no room while nothing is wrong. */
public final class ProblemBox extends VBox {
    private final Words words;

    /** Nothing is wrong. */
    public ProblemBox(Words words) {
        this.words = words;
        getStyleClass().add("problem");
        show(Optional.empty());
    }

    /** One that shows what this says, as it changes. */
    public static ProblemBox following(Words words, ObservableValue<Optional<Diagnosis>> problem) {
        ProblemBox box = new ProblemBox(words);
        problem.subscribe(box::show);
        return box;
    }

    /** Shows a diagnosis, or nothing. */
    public void show(Optional<Diagnosis> diagnosis) {
        getChildren().clear();
        diagnosis.ifPresent(this::fill);
        setVisible(diagnosis.isPresent());
        setManaged(diagnosis.isPresent());
        if (diagnosis.isPresent()) {
            Platform.runLater(this::reveal); // once there is room for it
        }
    }

    /** Below the fold of a dialog nobody sees why nothing happened. */
    private void reveal() {
        for (Node at = getParent(); at != null; at = at.getParent()) {
            if (at instanceof ScrollPane pane && isVisible()) {
                pane.layout();
                FittingScroll.reveal(pane, this);
                return;
            }
        }
    }

    private void fill(Diagnosis diagnosis) {
        Label title = line(words.title(diagnosis), "problem-title");
        title.setGraphic(new LevelShape(Level.BAD));
        getChildren().addAll(title, line(words.text(diagnosis), "muted"));
        Stream.concat(
                        diagnosis.evidence().stream().map(words::evidence),
                        diagnosis.remedies().stream().map(words::remedy))
                .forEach(text -> getChildren().add(line("• " + text, "muted")));
        setAccessibleText(
                getChildren().stream().map(node -> ((Label) node).getText()).collect(Collectors.joining(". ")));
    }

    private static Label line(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
