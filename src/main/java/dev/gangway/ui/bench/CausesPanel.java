package dev.gangway.ui.bench;

import atlantafx.base.theme.Styles;
import dev.gangway.bench.causes.Certainty;
import dev.gangway.bench.causes.Conclusion;
import dev.gangway.bench.causes.Experiment;
import dev.gangway.bench.causes.Hypothesis;
import dev.gangway.stored.StoredNames;
import dev.gangway.ui.kit.Chip;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** The causes that remain, the surest first, each with its word; one is chosen and opened elsewhere. */
final class CausesPanel extends VBox {
    private final Words words;
    private final Consumer<Hypothesis> onChosen;

    /** Makes an empty one; {@code onChosen} opens a cause. */
    CausesPanel(Words words, Consumer<Hypothesis> onChosen) {
        this.words = words;
        this.onChosen = onChosen;
        getStyleClass().add("causes");
        setId("causes");
        setSpacing(4);
    }

    /** Shows what a failure comes to. */
    void show(Conclusion conclusion) {
        getChildren().clear();
        List<Hypothesis> candidates = conclusion.candidates();
        candidates.forEach(one -> getChildren().add(row(one, candidates.size() == 1)));
        if (!conclusion.excluded().isEmpty()) {
            VBox lines = new VBox();
            conclusion
                    .excluded()
                    .forEach(out -> lines.getChildren().add(muted(out.code() + ": " + words.evidence(out.by()))));
            TitledPane folded = new TitledPane(
                    words.get(
                            "bench.causes.excluded",
                            "count",
                            conclusion.excluded().size()),
                    lines);
            folded.setExpanded(false);
            folded.setAnimated(false);
            getChildren().add(folded);
        }
        setVisible(!getChildren().isEmpty());
        setManaged(isVisible());
    }

    /**
     * What speaks against a cause, and what would settle it.
     *
     * @param findOut makes that connection; empty where it cannot be made any more
     */
    List<Node> more(Hypothesis one, Optional<Consumer<Experiment>> findOut) {
        List<Node> lines = new ArrayList<>();
        one.against()
                .forEach(seen -> lines.add(muted(words.get("bench.causes.against", "what", words.evidence(seen)))));
        one.settledBy().ifPresent(experiment -> {
            String what = words.get("experiment." + experiment.id());
            lines.add(muted(words.get("bench.causes.settled-by", "experiment", what)));
            findOut.ifPresent(make -> lines.add(button(experiment, what, make)));
        });
        return lines;
    }

    private Button button(Experiment experiment, String what, Consumer<Experiment> make) {
        Button button = new Button(words.get("bench.causes.find-out"));
        button.setId("find-out");
        button.getStyleClass().add(Styles.SMALL);
        button.setAccessibleText(button.getText() + ": " + what);
        button.setTooltip(new Tooltip(words.get("bench.causes.find-out.hint", "experiment", what)));
        button.setOnAction(_ -> make.accept(experiment));
        return button;
    }

    /** A single cause is open below with its title, so its word alone is said here. */
    private Node row(Hypothesis one, boolean single) {
        String word = words.get("certainty." + StoredNames.of(one.certainty()).toLowerCase(Locale.ROOT));
        Chip chip = new Chip(level(one.certainty()), word);
        if (single) {
            return chip;
        }
        Hyperlink title = new Hyperlink(words.title(one.cause()));
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        title.setAccessibleText(word + ": " + title.getText());
        title.setOnAction(_ -> onChosen.accept(one));
        return new VBox(chip, title);
    }

    private static Level level(Certainty certainty) {
        return switch (certainty) {
            case PROVEN -> Level.BAD;
            case LIKELY -> Level.WARNING;
            case POSSIBLE -> Level.INFO;
        };
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
