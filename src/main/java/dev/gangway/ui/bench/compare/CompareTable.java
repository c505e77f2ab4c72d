package dev.gangway.ui.bench.compare;

import dev.gangway.bench.event.Event;
import dev.gangway.bench.model.Comparison;
import dev.gangway.bench.model.Comparison.Difference;
import dev.gangway.ui.bench.compare.CompareViewModel.Side;
import dev.gangway.ui.kit.Chip;
import dev.gangway.ui.kit.Em;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.NodeColumn;
import dev.gangway.ui.text.Words;
import java.util.Optional;
import java.util.function.Function;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** The rows of a comparison: the same message stands on the same line. */
final class CompareTable extends TableView<Comparison.Row> {
    private static final PseudoClass DIFFERENT = PseudoClass.getPseudoClass("different");

    private final Words words;

    CompareTable(Words words, ObservableList<Comparison.Row> rows) {
        super(rows);
        this.words = words;
        setId("compare-table");
        getStyleClass().add("comparison");
        setAccessibleText(words.get("runs.comparison"));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setRowFactory(_ -> new Row());
        getColumns()
                .add(column(
                        words.get("runs.column.difference"), 130, row -> DifferenceChip.of(words, row.difference())));
        getColumns().add(column("", 290, row -> message(row.left())));
        getColumns().add(column(words.get("runs.column.ms"), 74, row -> at(row.left())));
        getColumns().add(column("", 290, row -> message(row.right())));
        getColumns().add(column(words.get("runs.column.ms"), 74, row -> at(row.right())));
        getColumns().get(2).getStyleClass().add("number");
        getColumns().get(4).getStyleClass().add("number");
        Em.scale(this);
    }

    /** Puts the names of the sides over their columns. */
    void name(Side left, Side right) {
        getColumns().get(1).setText(left.name());
        getColumns().get(3).setText(right.name());
    }

    private Node message(Optional<Event> event) {
        if (event.isEmpty()) {
            Label none = new Label(words.get("runs.not-there"));
            none.getStyleClass().add("muted");
            return none;
        }
        Label name = new Label(arrow(event.get()) + event.get().name());
        name.setMinWidth(USE_PREF_SIZE);
        HBox box = new HBox(name);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("message-cell");
        if (!event.get().summary().isEmpty()) {
            Chip chip = Chip.plain(event.get().summary());
            chip.setMinWidth(0);
            chip.setTooltip(new Tooltip(event.get().summary()));
            box.getChildren().add(chip);
        }
        return box;
    }

    private static String arrow(Event event) {
        return switch (event.direction()) {
            case OUT -> "→ ";
            case IN -> "← ";
            case NONE -> "";
        };
    }

    private Node at(Optional<Event> event) {
        Label label = new Label(
                event.map(each -> words.formats().millis(each.atMicros())).orElse(""));
        label.getStyleClass().addAll("code", "muted");
        return label;
    }

    private TableColumn<Comparison.Row, Comparison.Row> column(
            String title, double width, Function<Comparison.Row, Node> content) {
        return NodeColumn.fixed(title, width, Math.min(width, 74), content);
    }

    private final class Row extends TableRow<Comparison.Row> {
        @Override
        protected void updateItem(Comparison.@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            Difference difference = row == null || empty ? Difference.NONE : row.difference();
            for (Level level : Level.values()) {
                getStyleClass().remove(level.styleClass());
            }
            pseudoClassStateChanged(DIFFERENT, difference != Difference.NONE);
            DifferenceChip.level(difference).applyTo(this);
            setAccessibleText(row == null || empty ? "" : spoken(row));
        }

        private String spoken(Comparison.Row row) {
            return words.get("runs.difference." + row.difference()) + ": "
                    + row.left().or(row::right).map(Event::name).orElse("");
        }
    }

    /** How the two sides of a row differ: in words, by shape and by colour. */
    static final class DifferenceChip {
        private DifferenceChip() {}

        static Chip of(Words words, Difference difference) {
            return new Chip(level(difference), words.get("runs.difference." + difference));
        }

        static Level level(Difference difference) {
            return switch (difference) {
                case NONE -> Level.NEUTRAL;
                case CHANGED -> Level.WARNING;
                case LEFT_ONLY -> Level.BAD;
                case RIGHT_ONLY -> Level.INFO;
            };
        }
    }
}
