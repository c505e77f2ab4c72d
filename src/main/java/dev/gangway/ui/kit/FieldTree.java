package dev.gangway.ui.kit;

import dev.gangway.bench.event.Event;
import dev.gangway.bench.event.Field;
import dev.gangway.ui.text.Words;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import org.jspecify.annotations.Nullable;

/** The decoded fields of a message. */
final class FieldTree extends TreeTableView<Field> {
    private static final int OPENED_CHILDREN = 12;

    /** Makes one that tells which field is selected, or null where none is. */
    FieldTree(Words words, Consumer<@Nullable Field> onSelected) {
        getStyleClass().add("fields");
        setAccessibleText(words.get("event.fields"));
        setShowRoot(false);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getColumns().add(column(words.get("event.field"), 190, Field::name, "muted"));
        getColumns().add(column(words.get("event.value"), 240, Field::value, "code"));
        setRowFactory(_ -> new Row());
        getSelectionModel()
                .selectedItemProperty()
                .addListener((_, _, item) -> onSelected.accept(item == null ? null : item.getValue()));
    }

    /** Shows the fields of an event. */
    void show(Event event) {
        getSelectionModel().clearSelection();
        TreeItem<Field> root = new TreeItem<>(Field.of("", ""));
        event.fields().forEach(field -> root.getChildren().add(item(field)));
        setRoot(root);
    }

    /** Selects the smallest field that has this byte, and brings it into view; none where no field has it. */
    void selectAt(int at) {
        Optional<TreeItem<Field>> found = below(getRoot())
                .filter(item -> has(item.getValue(), at))
                .min(Comparator.comparingInt(item -> item.getValue().length()));
        if (found.isEmpty()) {
            getSelectionModel().clearSelection();
            return;
        }
        for (TreeItem<Field> above = found.get().getParent(); above != null; above = above.getParent()) {
            above.setExpanded(true);
        }
        int row = getRow(found.get());
        getSelectionModel().clearAndSelect(row);
        scrollTo(Math.max(0, row - 1));
    }

    /** The selected field, where one is. */
    Optional<Field> selected() {
        return Optional.ofNullable(getSelectionModel().getSelectedItem()).map(TreeItem::getValue);
    }

    private static boolean has(Field field, int at) {
        return field.offset() >= 0 && field.offset() <= at && at < field.offset() + field.length();
    }

    /** From the inside out, so that of two fields over the same bytes the inner one comes first. */
    private static Stream<TreeItem<Field>> below(TreeItem<Field> item) {
        return Stream.concat(item.getChildren().stream().flatMap(FieldTree::below), Stream.of(item));
    }

    private static TreeItem<Field> item(Field field) {
        TreeItem<Field> item = new TreeItem<>(field);
        item.setExpanded(field.children().size() <= OPENED_CHILDREN);
        field.children().forEach(child -> item.getChildren().add(item(child)));
        return item;
    }

    private static TreeTableColumn<Field, String> column(
            String title, double width, Function<Field, String> text, String style) {
        TreeTableColumn<Field, String> column = new TreeTableColumn<>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(
                cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue().getValue())));
        column.setCellFactory(_ -> new Cell(style));
        return column;
    }

    private static final class Row extends TreeTableRow<Field> {
        @Override
        protected void updateItem(@Nullable Field field, boolean empty) {
            super.updateItem(field, empty);
            setAccessibleText(empty || field == null ? "" : field.name() + ": " + field.value());
        }
    }

    private static final class Cell extends TreeTableCell<Field, String> {
        private static final int LONG = 12;

        Cell(String style) {
            getStyleClass().add(style);
        }

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            String shown = empty || text == null ? "" : text;
            setText(shown);
            setTooltip(shown.length() < LONG ? null : new Tooltip(shown));
        }
    }
}
