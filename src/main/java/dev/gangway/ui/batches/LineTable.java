package dev.gangway.ui.batches;

import dev.gangway.ui.kit.Chip;
import dev.gangway.ui.kit.Em;
import dev.gangway.ui.kit.LineWords;
import dev.gangway.ui.text.Words;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** The lines of a batch with what came of them; makes nodes for the rows in view alone. */
final class LineTable extends TableView<LineRow> {
    private final Words words;

    LineTable(RunViewModel model, Words words) {
        this.words = words;
        setId("batch-lines");
        setAccessibleText(words.get("batches.lines"));
        setItems(model.shown());
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        Label none = new Label(words.get("batches.lines.none"));
        none.getStyleClass().add("muted");
        setPlaceholder(none);
        getColumns().add(column("line", 64, row -> words.formats().number(row.line()), false));
        getColumns().add(column("serial", 150, LineRow::serial, true));
        getColumns().add(column("device", 150, LineRow::name, true));
        TableColumn<LineRow, LineRow> verdict = new TableColumn<>(words.get("batches.column.result"));
        verdict.setPrefWidth(96);
        verdict.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        verdict.setCellFactory(view -> new VerdictCell());
        getColumns().add(verdict);
        getColumns().add(column("cause", 260, LineRow::cause, false));
        getColumns().add(column("time", 80, row -> words.formats().took(row.took()), false));
        getColumns().forEach(column -> column.setSortable(false));
        Em.scale(this);
    }

    private TableColumn<LineRow, LineRow> column(String key, double width, Function<LineRow, String> text, boolean id) {
        TableColumn<LineRow, LineRow> column = new TableColumn<>(words.get("batches.column." + key));
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(view -> new TextCell(text, id));
        return column;
    }

    /** Text that says in full under the pointer what the column has no room for. */
    private static final class TextCell extends TableCell<LineRow, LineRow> {
        private final Function<LineRow, String> text;
        private final Tooltip whole = new Tooltip();

        TextCell(Function<LineRow, String> text, boolean id) {
            this.text = text;
            if (id) {
                setTextOverrun(OverrunStyle.CENTER_ELLIPSIS); // what differs stands at the end
            }
        }

        @Override
        protected void updateItem(@Nullable LineRow row, boolean empty) {
            super.updateItem(row, empty);
            String shown = empty || row == null ? "" : text.apply(row);
            setText(shown);
            whole.setText(shown);
            setTooltip(shown.isEmpty() ? null : whole);
        }
    }

    private final class VerdictCell extends TableCell<LineRow, LineRow> {
        private final Chip chip = Chip.plain("");

        @Override
        protected void updateItem(@Nullable LineRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                return;
            }
            chip.show(
                    LineWords.level(row.verdict()),
                    words.get("batches.count." + row.verdict().name().toLowerCase(Locale.ROOT)));
            setGraphic(chip);
        }
    }
}
