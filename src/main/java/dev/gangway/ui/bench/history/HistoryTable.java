package dev.gangway.ui.bench.history;

import dev.gangway.ui.bench.history.HistoryViewModel.HistoryRow;
import dev.gangway.ui.kit.Chip;
import dev.gangway.ui.kit.Em;
import dev.gangway.ui.kit.NodeColumn;
import dev.gangway.ui.text.Words;
import java.util.Optional;
import java.util.function.Function;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

/** Earlier tests, one row each. */
final class HistoryTable extends TableView<HistoryRow> {
    private final Words words;

    HistoryTable(Words words, ObservableList<HistoryRow> rows) {
        super(rows);
        this.words = words;
        setId("history-table");
        setAccessibleText(words.get("runs.history"));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getColumns()
                .add(column(
                        "runs.column.at",
                        180,
                        row -> text(words.formats().dateTime(row.summary().at()))));
        getColumns().add(column("runs.column.verdict", 118, this::verdict));
        getColumns().add(column("runs.column.cause", 330, row -> text(ResultWords.cause(words, row.summary()))));
        getColumns()
                .add(column("runs.column.server", 190, row -> code(row.summary().endpoint())));
        getColumns()
                .add(column(
                        "runs.column.ms",
                        80,
                        row -> code(words.formats().millis(row.summary().took().toNanos() / 1000))));
        getColumns().getLast().getStyleClass().add("number");
        Em.scale(this, getColumns().get(4), getColumns().get(3));
    }

    /** The row that is selected. */
    Optional<HistoryRow> selected() {
        return Optional.ofNullable(getSelectionModel().getSelectedItem());
    }

    private Node verdict(HistoryRow row) {
        return new Chip(
                ResultWords.level(row.summary().result()),
                ResultWords.verdict(words, row.summary().result()));
    }

    private static Label text(String text) {
        Label label = new Label(text);
        label.setTooltip(text.isEmpty() ? null : new Tooltip(text));
        return label;
    }

    private static Label code(String text) {
        Label label = text(text);
        label.getStyleClass().addAll("code", "muted");
        return label;
    }

    private TableColumn<HistoryRow, HistoryRow> column(String key, double width, Function<HistoryRow, Node> content) {
        return NodeColumn.fixed(words.get(key), width, Math.min(width, 118), content);
    }
}
