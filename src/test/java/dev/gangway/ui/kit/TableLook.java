package dev.gangway.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;

/** Lays a table out by itself, without a window, and says what of it cannot be read. On the UI thread alone. */
public final class TableLook {
    /** Widths of windows, in pixels. */
    private static final List<Integer> WINDOWS = List.of(1024, 1280, 1440, 1920);

    /** Text sizes, per cent. */
    private static final List<Integer> SIZES = List.of(100, 150, 200);

    /** What the rail and the edges of a screen take of a window at 100 %. */
    private static final double AROUND = 250;

    private static final int READABLE = 3;

    private TableLook() {}

    /** What is wrong with a table, made anew for each, in any window at any text size; empty where nothing is. */
    public static List<String> faults(Supplier<? extends TableView<?>> make) {
        List<String> faults = new ArrayList<>();
        for (int window : WINDOWS) {
            for (int percent : SIZES) {
                TableView<?> table = laidOut(make.get(), window - AROUND, percent);
                faults(table).forEach(fault -> faults.add(window + " wide, " + percent + " %: " + fault));
            }
        }
        return faults;
    }

    /** The table in a panel of this width. */
    public static <T extends TableView<?>> T laidOut(T table, double width, int percent) {
        StackPane panel = new StackPane(table);
        panel.getStyleClass().add("panel");
        Scene scene = new Scene(panel, width, 400);
        scene.getStylesheets()
                .add(Objects.requireNonNull(TableLook.class.getResource("/dev/gangway/ui/gangway.css"))
                        .toExternalForm());
        layOut(scene, percent);
        return table;
    }

    /** Does so again, with this text size. */
    static void layOut(Scene scene, int percent) {
        scene.getRoot().setStyle("-fx-font-size: " + 13.5 * percent / 100 + "px;");
        for (int i = 0; i < 4; i++) { // cells are made by the first, and may ask for another
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
    }

    private static List<String> faults(TableView<?> table) {
        List<String> faults = new ArrayList<>();
        double columns = table.getVisibleLeafColumns().stream()
                .mapToDouble(column -> column.getWidth())
                .sum();
        boolean scrolls = table.getColumnResizePolicy() == TableView.UNCONSTRAINED_RESIZE_POLICY;
        if (!scrolls && columns > table.getWidth() + 1) {
            faults.add("columns of " + columns + " in a table of " + table.getWidth());
        }
        for (Node cell : table.lookupAll(".table-cell")) {
            for (Node node : cell.lookupAll(".label")) {
                if (node instanceof Labeled labeled
                        && labeled.getText() != null
                        && !labeled.getText().isBlank()) {
                    look(labeled, cell, faults);
                }
            }
        }
        return faults;
    }

    private static void look(Labeled labeled, Node cell, List<String> faults) {
        Bounds room = cell.localToScene(cell.getLayoutBounds());
        Bounds taken = labeled.localToScene(labeled.getLayoutBounds());
        String shown = CutText.shown(labeled);
        if (taken.getMaxX() > room.getMaxX() + 1) {
            faults.add("cut without an ellipsis: " + labeled.getText());
        }
        if (CutText.isCut(labeled)) {
            CutText.explain(labeled);
            if (!shown.contains("…") && !shown.contains("...") || shown.length() < READABLE) {
                faults.add("nothing left to read of " + labeled.getText() + ": " + shown);
            }
            if (labeled.getTooltip() == null || !labeled.getTooltip().getText().contains(labeled.getText())) {
                faults.add("no tooltip: " + labeled.getText());
            }
        }
    }
}
