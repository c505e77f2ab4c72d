package dev.gangway.ui.bench.compare;

import dev.gangway.bench.export.Recording;
import dev.gangway.bench.model.Verdict;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.ui.bench.compare.CompareViewModel.Side;
import dev.gangway.ui.kit.Card;
import dev.gangway.ui.kit.Chip;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.ProblemBox;
import dev.gangway.ui.text.Words;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Two tests side by side, row by row, and the fields that differ in the selected row. */
public final class CompareView extends VBox {
    /** About half of the room there is: wrapped words are measured at this width. */
    private static final double USUAL_SHARE = 390;

    private final Words words;
    private final CompareViewModel model;
    private final HBox sides = new HBox();
    private final Chip count = Chip.plain("");
    private final CompareTable table;
    private final DifferingFields fields;

    /** Makes the view; {@code back} goes where it was opened from. */
    public CompareView(Words words, CompareViewModel model, Button back) {
        this.words = words;
        this.model = model;
        table = new CompareTable(words, model.rows());
        fields = new DifferingFields(words);
        table.setPlaceholder(new Label(words.get("runs.comparison.same")));
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener((_, _, row) -> fields.show(Optional.ofNullable(row)));
        fields.show(Optional.empty());
        sides.getStyleClass().addAll("sides", "columns");
        CheckBox only = new CheckBox(words.get("runs.only-differences"));
        only.setId("only-differences");
        only.selectedProperty().bindBidirectional(model.onlyDifferences());
        SplitPane split = new SplitPane(table, fields);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.7);
        VBox.setVgrow(split, Priority.ALWAYS);
        Card card = new Card(
                words.get("runs.comparison"),
                new VBox(ProblemBox.following(words, model.problem()), sides, split),
                only,
                count,
                back);
        VBox.setVgrow(card, Priority.ALWAYS);
        getChildren().add(card);
        model.pair().addListener((_, _, pair) -> pair.ifPresent(this::show));
    }

    /** Gives the rows the keyboard. */
    public void enter() {
        table.requestFocus();
    }

    private void show(CompareViewModel.Pair pair) {
        sides.getChildren().setAll(side(pair.left()), side(pair.right()));
        table.name(pair.left(), pair.right());
        count.setText(words.count("runs.differences", model.differences()));
        model.rows().stream()
                .filter(row -> row.difference() != dev.gangway.bench.model.Comparison.Difference.NONE)
                .findFirst()
                .ifPresentOrElse(
                        row -> {
                            table.getSelectionModel().select(row);
                            table.scrollTo(Math.max(0, model.rows().indexOf(row) - 3));
                        },
                        () -> table.getSelectionModel().clearSelection());
    }

    private VBox side(Side side) {
        Recording run = side.recording();
        Label name = new Label(side.name());
        name.getStyleClass().add("strong");
        Label facts = new Label(words.formats().dateTime(run.startedAt()) + " · " + run.endpoint() + " · "
                + words.formats().took(run.took()));
        facts.getStyleClass().add("muted");
        facts.setWrapText(true);
        facts.setMinHeight(USE_PREF_SIZE);
        Label verdict = new Label(verdict(run.verdict()));
        verdict.setWrapText(true);
        verdict.setMinHeight(USE_PREF_SIZE);
        HBox heading = new HBox(chip(run.verdict()), name);
        heading.getStyleClass().add("button-row");
        VBox box = new VBox(heading, facts, verdict);
        box.getStyleClass().add("side");
        box.setMinWidth(0);
        box.setPrefWidth(USUAL_SHARE);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    private Chip chip(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Passed() -> new Chip(Level.OK, words.get("runs.result.PASSED"));
            case Verdict.Failed(Diagnosis _) -> new Chip(Level.BAD, words.get("runs.result.FAILED"));
            case Verdict.Cancelled() -> new Chip(Level.WARNING, words.get("runs.result.CANCELLED"));
        };
    }

    private String verdict(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Passed() -> words.get("runs.passed");
            case Verdict.Failed(Diagnosis why) -> words.title(why);
            case Verdict.Cancelled() -> words.get("bench.verdict.cancelled");
        };
    }
}
