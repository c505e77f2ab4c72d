package dev.gangway.ui.kit;

import java.util.List;
import javafx.scene.control.TableColumn;
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

    /**
     * Has the columns of a table grow with the text, and, where it has an id, come back at the next start as somebody has
     * left them ({@link KeptColumns}); call once all are there.
     *
     * @param giveWay which of them are left out, one after the other, where there is no room for the least widths of all
     */
    @SafeVarargs
    public static <S> void scale(TableView<S> table, TableColumn<S, ?>... giveWay) {
        TableColumns.follow(table, List.of(giveWay));
    }

    /** How much larger than usual the text is of something that has the style class {@link #MEASURED}, at least 1. */
    static double factor(Region measured) {
        return Math.max(1, of(measured) / USUAL);
    }

    /** The text size of something that has the style class {@link #MEASURED}, in pixels. */
    static double of(Region measured) {
        double least = measured.getMinWidth();
        return least > 0 ? least / MEASURE : USUAL;
    }
}
