package dev.gangway.ui.station;

import dev.gangway.line.unit.UnitResult;
import dev.gangway.ui.kit.Chip;
import dev.gangway.ui.kit.Em;
import dev.gangway.ui.text.Words;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** The units of this shift, newest first. */
final class ShiftTable extends TableView<UnitResult> {
    private static final double WIDEST_HEADING = 130;

    private final Words words;

    ShiftTable(Words words, StationViewModel model) {
        this.words = words;
        setItems(model.shift().results());
        setAccessibleText(words.get("station.shift"));
        setFocusTraversable(false);
        setPlaceholder(new Label(words.get("station.nothing-yet")));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TableColumn<UnitResult, String> verdict = column("verdict", 100, this::word);
        verdict.setCellFactory(column -> new VerdictCell());
        getColumns()
                .setAll(List.of(
                        column("serial", 110, result -> result.order().serial()),
                        verdict,
                        column(
                                "why",
                                200,
                                result -> result.cause()
                                        .map(words::title)
                                        .orElseGet(() -> words.formats().took(result.took())))));
        Em.scale(this);
    }

    private TableColumn<UnitResult, String> column(String key, double width, Function<UnitResult, String> text) {
        TableColumn<UnitResult, String> column = new TableColumn<>(words.get("station.column." + key));
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, WIDEST_HEADING)); // headings stay whole; causes have a tooltip
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setCellFactory(view -> new WholeCell());
        return column;
    }

    private String word(UnitResult result) {
        return VerdictField.word(words, result);
    }

    /** Says in full under the pointer what the column has no room for. */
    private static final class WholeCell extends TableCell<UnitResult, String> {
        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
            setTooltip(empty || text == null ? null : new Tooltip(text));
        }
    }

    /** A verdict as a word on its colour, with its shape. */
    private static final class VerdictCell extends TableCell<UnitResult, String> {
        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            UnitResult result = empty ? null : getTableRow().getItem();
            setGraphic(result == null || text == null ? null : new Chip(VerdictField.level(result), text));
        }
    }
}
