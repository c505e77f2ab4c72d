package dev.gangway.ui.bench.series;

import dev.gangway.bench.matrix.MatrixDimension;
import dev.gangway.bench.matrix.MatrixValue;
import dev.gangway.bench.matrix.ObstacleWords;
import dev.gangway.bench.matrix.Variation;
import dev.gangway.bench.model.Run;
import dev.gangway.bench.model.Verdict;
import dev.gangway.bench.profile.DeviceProfile;
import dev.gangway.ui.bench.series.TestSeriesViewModel.TestSeriesRow;
import dev.gangway.ui.kit.Card;
import dev.gangway.ui.kit.Chip;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.LevelShape;
import dev.gangway.ui.kit.ProblemBox;
import dev.gangway.ui.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One credential tried in several ways: the choice, what it costs, and a table of what came of it. */
public final class MatrixView extends VBox {
    /** The place of the column that says what to change. */
    private static final int CHANGE = 3;

    private final Words words;
    private final ObstacleWords obstacles;
    private final MatrixViewModel model;
    private final FlowPane axes = new FlowPane();
    private final Label cost = new Label();

    /**
     * Makes the view.
     *
     * @param open shows the timeline of a test
     * @param start tries what is chosen
     * @param back goes where it was opened from
     */
    public MatrixView(Words words, MatrixViewModel model, Consumer<Run> open, Runnable start, Button back) {
        this.words = words;
        this.obstacles = new ObstacleWords(words);
        this.model = model;
        axes.getStyleClass().add("axes");
        cost.getStyleClass().add("test-series-cost");
        cost.setWrapText(true);
        cost.setMinHeight(USE_PREF_SIZE);
        cost.setGraphic(new LevelShape(Level.WARNING));
        TestSeriesTable<Variation> table = new TestSeriesTable<>(words, model.series(), open)
                .with(words.get("runs.column.way"), 350, 200, row -> TestSeriesTable.text(way(row.what())))
                .with(words.get("runs.column.outcome"), 120, 110, this::outcome)
                .withCause()
                .with(words.get("runs.column.change"), 420, 160, row -> TestSeriesTable.text(change(row)))
                .withTime();
        TableColumn<?, ?> change = table.getColumns().get(CHANGE);
        change.setVisible(false); // says something of kinds of devices alone
        model.series().rows().addListener((ListChangeListener<TestSeriesRow<Variation>>)
                _ -> change.setVisible(model.variesDevices()));
        table.setId("matrix-table");
        table.setAccessibleText(words.get("runs.matrix"));
        table.setPlaceholder(new Label(words.get("runs.matrix.nothing")));
        VBox.setVgrow(table, Priority.ALWAYS);
        TestSeriesProgress progress =
                new TestSeriesProgress(words, model.series(), words.get("runs.matrix.start"), "matrix-start", start);
        VBox choice = Card.padded(axes, cost);
        Card card = new Card(
                words.get("runs.matrix"),
                new VBox(choice, ProblemBox.following(words, model.series().problem()), table, progress),
                back);
        VBox.setVgrow(card, Priority.ALWAYS);
        getChildren().add(card);
        model.estimate().addListener(_ -> refresh());
        model.series().progress().addListener((_, _, now) -> axes.setDisable(now.isRunning()));
        refresh();
    }

    /** Shows what can be chosen now. */
    public void enter() {
        refresh();
    }

    private void refresh() {
        axes.getChildren()
                .setAll(model.possible().entrySet().stream()
                        .map(axis -> choices(axis.getKey(), axis.getValue()))
                        .toList());
        MatrixViewModel.Estimate estimate = model.estimate().get();
        cost.setText(words.count("runs.matrix.cost", estimate.attempts())
                + (estimate.longestWait().isZero()
                        ? ""
                        : " "
                                + words.get(
                                        "runs.matrix.wait",
                                        "minutes",
                                        words.formats()
                                                .number(estimate.longestWait().toMinutes()))));
    }

    private Node choices(MatrixDimension axis, List<MatrixValue> traits) {
        Label name = new Label(words.get("runs.axis." + axis));
        name.getStyleClass().add("fact-name");
        VBox box = new VBox(name);
        box.getStyleClass().add("axis");
        if (axis == MatrixDimension.DEVICE) {
            box.getChildren().add(allKinds(traits)); // a table of all of them; one by one they would fill the screen
            return box;
        }
        for (MatrixValue trait : traits) {
            CheckBox choice = new CheckBox(word(trait));
            choice.setId("trait-" + trait);
            choice.setSelected(model.isChosen(trait));
            choice.setOnAction(_ -> model.choose(trait, choice.isSelected()));
            box.getChildren().add(choice);
        }
        return box;
    }

    private CheckBox allKinds(List<MatrixValue> kinds) {
        CheckBox all = new CheckBox(words.get("runs.axis.DEVICE.all"));
        all.setId("trait-DEVICES");
        all.setSelected(kinds.stream().allMatch(model::isChosen));
        all.setOnAction(_ -> kinds.forEach(kind -> model.choose(kind, all.isSelected())));
        return all;
    }

    private Node outcome(TestSeriesRow<Variation> row) {
        Optional<Verdict> verdict = row.run().map(Run::verdict);
        if (verdict.isEmpty()) {
            return new Chip(Level.NEUTRAL, words.get("runs.outcome.open"));
        }
        return switch (verdict.get()) {
            case Verdict.Passed() -> new Chip(Level.OK, words.get("runs.outcome.accepted"));
            case Verdict.Failed(var why) -> new Chip(Level.BAD, words.get("runs.outcome.refused"));
            case Verdict.Cancelled() -> new Chip(Level.WARNING, words.get("runs.result.CANCELLED"));
        };
    }

    /** What to change so that this kind of device gets through; empty for others, and where it does. */
    private String change(TestSeriesRow<Variation> row) {
        return row.run()
                .flatMap(model::reach)
                .map(reach -> reach.obstacles().stream()
                        .map(obstacle -> obstacles.change(reach, obstacle))
                        .collect(Collectors.joining(" ")))
                .orElse("");
    }

    private String way(Variation variation) {
        return variation.traits().stream().map(this::word).collect(Collectors.joining(" · "));
    }

    private String word(MatrixValue trait) {
        return trait.device()
                .map(DeviceProfile::title)
                .orElseGet(() -> words.get("trait." + trait.name().toLowerCase(Locale.ROOT)));
    }
}
