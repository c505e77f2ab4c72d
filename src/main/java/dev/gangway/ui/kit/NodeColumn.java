package dev.gangway.ui.kit;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import org.jspecify.annotations.Nullable;

/** Columns whose cells show a whole row by a node that is made of it. For the UI thread alone. */
public final class NodeColumn {
    private NodeColumn() {}

    /** A column of a table; it does not sort. */
    public static <R> TableColumn<R, R> of(String title, double width, Function<R, Node> show) {
        TableColumn<R, R> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable R row, boolean empty) {
                super.updateItem(row, empty);
                setGraphic(empty || row == null ? null : show.apply(row));
            }
        });
        return column;
    }

    /** A column that also stays in its place, and gives way down to its least width. */
    public static <R> TableColumn<R, R> fixed(String title, double width, double least, Function<R, Node> show) {
        TableColumn<R, R> column = of(title, width, show);
        column.setMinWidth(least);
        column.setReorderable(false);
        return column;
    }

    /** A column of a table whose rows form a tree; it does not sort. */
    public static <R> TreeTableColumn<R, R> inTree(String title, double width, Function<R, Node> show) {
        TreeTableColumn<R, R> column = new TreeTableColumn<>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().getValue()));
        column.setCellFactory(_ -> new TreeTableCell<>() {
            @Override
            protected void updateItem(@Nullable R row, boolean empty) {
                super.updateItem(row, empty);
                setGraphic(empty || row == null ? null : show.apply(row));
            }
        });
        return column;
    }

    /** A cell of text in this style, such as {@code strong} or {@code muted}. */
    public static Label text(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }

    /** A cell with a name, shortened in its middle: names of one batch differ at their ends. */
    public static Label name(String text, String style) {
        Label label = text(text, style);
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        return label;
    }
}
