package dev.gangway.ui.kit;

import java.util.List;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;

/** Gives the widths of columns, which style sheets cannot name, the text size of the settings. */
public final class Em {
    /** Minimum width of {@code .measured} in {@code gangway.css}, in em: read back, it says how large text is. */
    private static final double MEASURE = 10;

    /** Style class of what is measured. */
    static final String MEASURED = "measured";

    /** Text size that widths in the program are made for, in pixels. */
    private static final double USUAL = 13.5;

    private Em() {}

    /** Has the columns of a table grow with the text; call once all are there. */
    public static void scale(TableView<?> table) {
        List<Width> widths = table.getColumns().stream().map(Width::of).toList();
        table.getStyleClass().add(MEASURED);
        table.minWidthProperty().addListener((_, _, measured) -> {
            double factor = Math.max(1, measured.doubleValue() / MEASURE / USUAL);
            widths.forEach(width -> width.times(factor));
        });
    }

    /** The text size of something that has the style class {@link #MEASURED}, in pixels. */
    static double of(Region measured) {
        double least = measured.getMinWidth();
        return least > 0 ? least / MEASURE : USUAL;
    }

    private record Width(TableColumnBase<?, ?> column, double least, double preferred) {
        static Width of(TableColumnBase<?, ?> column) {
            return new Width(column, column.getMinWidth(), column.getPrefWidth());
        }

        void times(double factor) {
            column.setMinWidth(least * factor);
            column.setPrefWidth(preferred * factor);
        }
    }
}
