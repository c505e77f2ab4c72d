package dev.gangway.ui.bench.series;

import dev.gangway.bench.engine.NegativeProof;
import dev.gangway.bench.engine.NegativeProof.Attempt;
import dev.gangway.bench.engine.NegativeProof.Result;
import dev.gangway.bench.model.Run;
import dev.gangway.ui.bench.series.TestSeriesViewModel.TestSeriesRow;
import dev.gangway.ui.kit.Card;
import dev.gangway.ui.kit.Chip;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.LevelShape;
import dev.gangway.ui.kit.ProblemBox;
import dev.gangway.ui.text.Words;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What must be refused, whether it is, and a sentence that says so. */
public final class ProofView extends VBox {
    private final Words words;
    private final ProofViewModel model;
    private final Label verdict = new Label();

    /**
     * Makes the view.
     *
     * @param open shows the timeline of a test
     * @param start tries it all
     * @param back goes where it was opened from
     */
    public ProofView(Words words, ProofViewModel model, Consumer<Run> open, Runnable start, Button back) {
        this.words = words;
        this.model = model;
        verdict.setId("proof-verdict");
        verdict.setWrapText(true);
        verdict.setMinHeight(USE_PREF_SIZE);
        Label explanation = new Label(words.get("runs.proof.text"));
        explanation.setWrapText(true);
        explanation.setMinHeight(USE_PREF_SIZE);
        explanation.getStyleClass().add("muted");
        TestSeriesTable<Attempt> table = new TestSeriesTable<>(words, model.series(), open)
                .with(
                        words.get("runs.column.wrong"),
                        350,
                        200,
                        row -> TestSeriesTable.text(
                                words.get("runs.wrong." + row.what().wrong())))
                .with(words.get("runs.column.outcome"), 120, 110, this::outcome)
                .withCauseAndTime();
        table.setId("proof-table");
        table.setAccessibleText(words.get("runs.proof"));
        table.setPlaceholder(new Label(words.get("runs.proof.preparing")));
        VBox.setVgrow(table, Priority.ALWAYS);
        TestSeriesProgress progress =
                new TestSeriesProgress(words, model.series(), words.get("runs.proof.start"), "proof-start", start);
        Card card = new Card(
                words.get("runs.proof"),
                new VBox(
                        Card.padded(explanation, verdict),
                        ProblemBox.following(words, model.series().problem()),
                        table,
                        progress),
                back);
        VBox.setVgrow(card, Priority.ALWAYS);
        getChildren().add(card);
        model.series().progress().addListener((_, _, now) -> judge(now));
        judge(model.series().progress().get());
    }

    private void judge(TestSeriesViewModel.Progress now) {
        long lax = model.count(Result.ACCEPTED);
        long open = model.count(Result.UNDECIDED) + now.total() - now.done();
        boolean began = now.isRunning() || now.done() > 0;
        Level level = lax > 0 ? Level.BAD : now.isRunning() ? Level.INFO : open > 0 ? Level.WARNING : Level.OK;
        String key = lax > 0
                ? "runs.proof.lax"
                : now.isRunning() ? "runs.proof.running" : open > 0 ? "runs.proof.open" : "runs.proof.strict";
        verdict.setVisible(began);
        verdict.setManaged(began);
        verdict.setText(
                lax > 0 || open > 0 && !now.isRunning() ? words.count(key, lax > 0 ? lax : open) : words.get(key));
        verdict.setGraphic(new LevelShape(level));
        verdict.getStyleClass().setAll("label", "proof-verdict");
        level.applyTo(verdict);
    }

    private Node outcome(TestSeriesRow<Attempt> row) {
        if (row.run().isEmpty()) {
            return new Chip(Level.NEUTRAL, words.get("runs.outcome.open"));
        }
        Result result = NegativeProof.result(row.run().get());
        Level level = switch (result) {
            case REFUSED -> Level.OK;
            case ACCEPTED -> Level.BAD;
            case UNDECIDED -> Level.WARNING;
        };
        return new Chip(level, words.get("runs.proof.result." + result));
    }
}
