package dev.gangway.ui.bench.compare;

import dev.gangway.bench.event.Event;
import dev.gangway.bench.model.Comparison;
import dev.gangway.bench.model.FieldDifferences;
import dev.gangway.ui.kit.Em;
import dev.gangway.ui.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** The fields of the selected row that are not the same on both sides. */
final class DifferingFields extends TableView<FieldDifferences.Difference> {
    private static final int LONG = 40;

    private final Words words;
    private final Label nothing = new Label();

    DifferingFields(Words words) {
        this.words = words;
        setId("differing-fields");
        setAccessibleText(words.get("runs.fields"));
        getStyleClass().add("differing-fields");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setPlaceholder(nothing);
        getColumns().add(column(words.get("runs.column.field"), 260, this::name, "strong"));
        getColumns().add(column(words.get("runs.column.left"), 300, field -> value(field.left()), "code"));
        getColumns().add(column(words.get("runs.column.right"), 300, field -> value(field.right()), "code"));
        Em.scale(this);
    }

    /** Shows what differs in a row: what means something first, then what is different in every run. */
    void show(Optional<Comparison.Row> row) {
        getItems().clear();
        if (row.isEmpty()) {
            nothing.setText(words.get("runs.fields.choose"));
            return;
        }
        Optional<Event> left = row.get().left();
        Optional<Event> right = row.get().right();
        if (left.isEmpty() || right.isEmpty()) {
            nothing.setText(words.get(left.isEmpty() ? "runs.fields.right-only" : "runs.fields.left-only"));
            return;
        }
        nothing.setText(words.get("runs.fields.same"));
        List<FieldDifferences.Difference> fields = FieldDifferences.of(left.get(), right.get());
        getItems().addAll(fields.stream().filter(field -> !field.isFresh()).toList());
        getItems()
                .addAll(fields.stream()
                        .filter(FieldDifferences.Difference::isFresh)
                        .toList());
    }

    private String name(FieldDifferences.Difference field) {
        return field.isFresh() ? words.get("runs.fields.fresh", "field", field.path()) : field.path();
    }

    private String value(Optional<String> value) {
        return value.orElse(words.get("runs.not-there"));
    }

    private static TableColumn<FieldDifferences.Difference, String> column(
            String title, double width, Function<FieldDifferences.Difference, String> text, String style) {
        TableColumn<FieldDifferences.Difference, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable String value, boolean empty) {
                super.updateItem(value, empty);
                setText(empty || value == null ? "" : value);
                setTooltip(value == null || value.length() < LONG ? null : new Tooltip(value));
                getStyleClass().remove(style);
                getStyleClass().add(style);
            }
        });
        return column;
    }
}
