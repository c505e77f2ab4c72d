package dev.gangway.ui.bench.series;

import dev.gangway.bench.model.Run;
import dev.gangway.bench.model.Verdict;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.ui.bench.series.TestSeriesViewModel.TestSeriesRow;
import dev.gangway.ui.kit.Em;
import dev.gangway.ui.kit.NodeColumn;
import dev.gangway.ui.text.Words;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;

/** Several tests, one row each; a click on one that has ended opens its timeline. */
final class TestSeriesTable<T> extends TableView<TestSeriesRow<T>> {
    private final Words words;

    /** Makes one without columns; {@code open} shows the timeline of a test. */
    TestSeriesTable(Words words, TestSeriesViewModel<T> model, Consumer<Run> open) {
        super(model.rows());
        this.words = words;
        getStyleClass().add("test-series");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setOnMouseClicked(event -> openSelected(open));
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                openSelected(open);
            }
        });
    }

    /** Adds a column; where there is no room for this width the last ones give way, down to the least. */
    TestSeriesTable<T> with(String title, double width, double least, Function<TestSeriesRow<T>, Node> content) {
        getColumns().add(NodeColumn.fixed(title, width, least, content));
        return this;
    }

    /** Adds a column with the cause of a refusal, and one with the time it took. */
    TestSeriesTable<T> withCauseAndTime() {
        return withCause().withTime();
    }

    /** Adds a column with the cause of a refusal. */
    TestSeriesTable<T> withCause() {
        return with(
                words.get("runs.column.cause"),
                420,
                140,
                row -> text(row.run().map(this::cause).orElse("")));
    }

    /** Adds a column with the time it took; the last. */
    TestSeriesTable<T> withTime() {
        with(
                words.get("runs.column.ms"),
                80,
                76,
                row -> code(row.run()
                        .map(run -> words.formats().millis(run.took().toNanos() / 1000))
                        .orElse("")));
        getColumns().getLast().getStyleClass().add("number");
        Em.scale(this);
        return this;
    }

    /** Text that is shown whole where the column is too narrow for it. */
    static Label text(String text) {
        Label label = new Label(text);
        label.setTooltip(text.isEmpty() ? null : new Tooltip(text));
        return label;
    }

    private static Label code(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("code", "muted");
        return label;
    }

    private String cause(Run run) {
        return run.verdict() instanceof Verdict.Failed(Diagnosis why) ? words.title(why) : "";
    }

    private void openSelected(Consumer<Run> open) {
        TestSeriesRow<T> selected = getSelectionModel().getSelectedItem();
        if (selected != null) {
            selected.run().ifPresent(open);
        }
    }
}
