package dev.gangway.ui.devices;

import dev.gangway.ui.text.Words;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** A column of check boxes that select rows, beside what the keyboard selects. */
final class CheckColumn {
    private static final double WIDTH = 40;

    private CheckColumn() {}

    static TableColumn<DeviceRow, DeviceRow> of(TableView<DeviceRow> table, Words words) {
        TableColumn<DeviceRow, DeviceRow> column = new TableColumn<>();
        column.setMinWidth(WIDTH);
        column.setMaxWidth(WIDTH);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(_ -> new Cell(table, words));
        CheckBox all = new CheckBox();
        all.setAccessibleText(words.get("devices.select-all"));
        all.setOnAction(_ -> {
            if (all.isSelected()) {
                table.getSelectionModel().selectAll();
            } else {
                table.getSelectionModel().clearSelection();
            }
        });
        column.setGraphic(all);
        return column;
    }

    private static final class Cell extends TableCell<DeviceRow, DeviceRow> {
        private final CheckBox box = new CheckBox();
        private final TableView<DeviceRow> table;

        Cell(TableView<DeviceRow> table, Words words) {
            this.table = table;
            box.setFocusTraversable(false);
            box.setAccessibleText(words.get("devices.select"));
            box.setOnAction(_ -> choose());
            table.getSelectionModel().getSelectedIndices().addListener((ListChangeListener<Integer>) _ -> follow());
        }

        private void choose() {
            if (box.isSelected()) {
                table.getSelectionModel().select(getIndex());
            } else {
                table.getSelectionModel().clearSelection(getIndex());
            }
        }

        private void follow() {
            box.setSelected(table.getSelectionModel().isSelected(getIndex()));
        }

        @Override
        protected void updateItem(@Nullable DeviceRow row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(empty || row == null ? null : box);
            follow();
        }
    }
}
