package dev.gangway.ui.kit;

import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.util.Callback;

/** Keeps every column of a table within reach on a small screen. For the UI thread alone. */
public final class LeastWidth {
    private LeastWidth() {}

    /**
     * Has the table scroll sideways where it is narrower than its columns can be. The policy that it has, which fits the
     * columns into the width, would push the last of them out of sight there.
     */
    @SuppressWarnings("rawtypes") // as the table has it
    public static void hold(TableView<?> table) {
        Callback<TableView.ResizeFeatures, Boolean> fitting = table.getColumnResizePolicy();
        table.widthProperty().subscribe(width -> {
            boolean narrow = width.doubleValue() > 0 && width.doubleValue() < least(table);
            Callback<TableView.ResizeFeatures, Boolean> wanted =
                    narrow ? TableView.UNCONSTRAINED_RESIZE_POLICY : fitting;
            if (table.getColumnResizePolicy() != wanted) {
                table.setColumnResizePolicy(wanted);
            }
        });
    }

    private static double least(TableView<?> table) {
        return table.getVisibleLeafColumns().stream()
                .mapToDouble(TableColumn::getMinWidth)
                .sum();
    }
}
