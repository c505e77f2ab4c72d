package dev.gangway.ui.bench;

import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.Severity;
import dev.gangway.bench.model.Milestone;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.ui.kit.Chip;
import dev.gangway.ui.kit.Em;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.text.Words;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** The timeline as a table, one row an event. */
final class TimelineTable extends TableView<TimelineRow> {
    private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");
    /** Times the least width: in a narrower table the messages need the room, and the milliseconds say the same. */
    private static final double ROOM_FOR_BARS = 3.85;

    private static final double MILLIS_WIDTH = 82; // room for 99,999.9

    private final Words words;
    private final TimelineRows timeline;

    TimelineTable(Words words, TimelineRows timeline) {
        super(timeline.rows());
        this.words = words;
        this.timeline = timeline;
        getStyleClass().add("timeline");
        setAccessibleText(words.get("bench.timeline"));
        setPlaceholder(new Label(words.get("bench.timeline.empty")));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setRowFactory(_ -> new Row());
        getColumns().add(column("", 34, this::arrow));
        getColumns().add(column(words.get("bench.timeline.message"), 330, this::message));
        getColumns().add(column(words.get("bench.timeline.bytes"), 62, this::bytes));
        getColumns().add(column(words.get("bench.timeline.time"), 70, this::bar));
        getColumns().add(column(words.get("bench.timeline.ms"), MILLIS_WIDTH, this::millis));
        getColumns().get(1).setMinWidth(150);
        getColumns().get(4).setMinWidth(MILLIS_WIDTH);
        getColumns().get(2).getStyleClass().add("number");
        getColumns().get(4).getStyleClass().add("number");
        Em.scale(this);
        getColumns()
                .get(3)
                .visibleProperty()
                .bind(widthProperty().greaterThan(minWidthProperty().multiply(ROOM_FOR_BARS)));
    }

    /** Selects the row of an event and brings it into view. */
    void show(int event) {
        int row = timeline.indexOf(event);
        if (row >= 0) {
            getSelectionModel().clearAndSelect(row);
            scrollTo(Math.max(0, row - 3));
            Platform.runLater(() -> scrollTo(Math.max(0, row - 2))); // the opened message has taken some of the height
            requestFocus();
        }
    }

    /** Selects the row that tells most about a failure, in view; the keyboard stays where it is. */
    void lead(Diagnosis why) {
        int row = timeline.indexOf(why);
        if (row >= 0) {
            getSelectionModel().clearAndSelect(row);
            scrollTo(Math.max(0, row - 3));
            Platform.runLater(() -> scrollTo(Math.max(0, row - 2))); // the opened message has taken some of the height
        }
    }

    private TableColumn<TimelineRow, TimelineRow> column(
            String title, double width, Function<TimelineRow, javafx.scene.Node> content) {
        TableColumn<TimelineRow, TimelineRow> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 56));
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(_ -> new Cell(content));
        return column;
    }

    private javafx.scene.Node arrow(TimelineRow row) {
        Direction direction =
                row instanceof TimelineRow.Seen seen ? seen.event().direction() : Direction.NONE;
        Label arrow = new Label(
                switch (direction) {
                    case OUT -> "→";
                    case IN -> "←";
                    case NONE -> "";
                });
        arrow.getStyleClass().add("muted");
        arrow.setAccessibleText(words.get("event.direction." + direction));
        return arrow;
    }

    private javafx.scene.Node message(TimelineRow row) {
        return switch (row) {
            case TimelineRow.Seen seen -> {
                Label name = new Label(seen.event().name());
                name.getStyleClass().add(seen.event().direction() == Direction.NONE ? "strong" : "message");
                name.setMinWidth(USE_PREF_SIZE);
                HBox box = new HBox(name);
                box.getStyleClass().add("message-cell");
                box.setAlignment(Pos.CENTER_LEFT);
                if (!seen.event().summary().isEmpty()) {
                    Chip chip = Chip.plain(seen.event().summary());
                    Level.of(seen.severity()).applyTo(chip);
                    chip.setMinWidth(0);
                    chip.setTooltip(new Tooltip(seen.event().summary()));
                    box.getChildren().add(chip);
                }
                yield box;
            }
            case TimelineRow.NotReached(Milestone milestone) -> {
                Label label =
                        new Label(words.get("bench.not-reached", "message", words.get("bench.milestone." + milestone)));
                label.getStyleClass().add("muted");
                yield label;
            }
        };
    }

    private javafx.scene.Node bytes(TimelineRow row) {
        boolean onWire = row instanceof TimelineRow.Seen seen && seen.event().bytes() > 0;
        return number(
                onWire ? words.formats().number(((TimelineRow.Seen) row).event().bytes()) : "");
    }

    private javafx.scene.Node millis(TimelineRow row) {
        return number(row instanceof TimelineRow.Seen seen ? words.formats().millis(seen.tookMicros()) : "");
    }

    private javafx.scene.Node bar(TimelineRow row) {
        TimeBar bar = new TimeBar();
        if (row instanceof TimelineRow.Seen seen) {
            bar.show(seen, timeline.endMicros());
        }
        return bar;
    }

    private static Label number(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("code", "muted");
        return label;
    }

    private static final class Cell extends TableCell<TimelineRow, TimelineRow> {
        private final Function<TimelineRow, javafx.scene.Node> content;

        Cell(Function<TimelineRow, javafx.scene.Node> content) {
            this.content = content;
        }

        @Override
        protected void updateItem(TimelineRow row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(empty || row == null ? null : content.apply(row));
        }
    }

    private final class Row extends TableRow<TimelineRow> {
        @Override
        protected void updateItem(TimelineRow row, boolean empty) {
            super.updateItem(row, empty);
            pseudoClassStateChanged(MISSING, row instanceof TimelineRow.NotReached);
            pseudoClassStateChanged(BAD, row instanceof TimelineRow.Seen seen && seen.severity() == Severity.BAD);
            setAccessibleText(row == null || empty ? "" : EventWords.spoken(words, row));
        }
    }
}
