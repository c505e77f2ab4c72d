package dev.gangway.ui.watch;

import dev.gangway.bench.event.Detail;
import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.Event;
import dev.gangway.bench.event.Field;
import dev.gangway.bench.event.Severity;
import dev.gangway.ui.text.Words;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** The packets as a table, the newest at the end. Cells are text alone: thousands of rows go by in a second. */
final class PacketTable extends TableView<Event> {
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");
    private static final PseudoClass SENT = PseudoClass.getPseudoClass("sent");
    private static final int SHOWN = 200;

    private final Words words;

    PacketTable(Words words, ObservableList<Event> packets) {
        super(packets);
        this.words = words;
        setId("packets");
        getStyleClass().add("packets");
        setAccessibleText(words.get("watch.packets"));
        setPlaceholder(new Label(words.get("watch.packets.empty")));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setFixedCellSize(26);
        setRowFactory(_ -> new Row());
        add("watch.column.time", 92, event -> words.formats().millis(event.atMicros()), "number", "code");
        add("", 30, PacketTable::arrow, "muted");
        add("watch.column.packet", 142, Event::name, "packet");
        add("watch.column.topic", 250, PacketTable::topic, "code");
        add("watch.column.qos", 44, PacketTable::qos, "muted");
        add("watch.column.bytes", 76, this::bytes, "number", "code");
        add("watch.column.content", 260, PacketTable::content, "code");
    }

    /** Brings the newest into view. */
    void follow() {
        scrollTo(getItems().size() - 1);
    }

    /** Selects an event and brings it into view, where it is still there. */
    void show(int event) {
        for (int i = 0; i < getItems().size(); i++) {
            if (getItems().get(i).index() == event) {
                getSelectionModel().clearAndSelect(i);
                scrollTo(Math.max(0, i - 3));
                requestFocus();
                return;
            }
        }
    }

    private void add(String key, double width, Function<Event, String> text, String... styles) {
        TableColumn<Event, Event> column = new TableColumn<>(key.isEmpty() ? "" : words.get(key));
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 60));
        column.setSortable(false);
        column.setReorderable(false);
        if (List.of(styles).contains("number")) {
            column.getStyleClass().add("number");
        }
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(_ -> new Cell(text, styles));
        getColumns().add(column);
    }

    private String bytes(Event event) {
        return event.direction() == Direction.NONE ? "" : words.formats().number(event.bytes());
    }

    private static String arrow(Event event) {
        return switch (event.direction()) {
            case OUT -> "→";
            case IN -> "←";
            case NONE -> "·";
        };
    }

    private static String topic(Event event) {
        return event.detail() instanceof Detail.Publish publish ? publish.topic() : event.summary();
    }

    private static String qos(Event event) {
        boolean retained =
                event.detail() instanceof Detail.Publish && event.raw().length > 0 && (event.raw()[0] & 1) == 1;
        return event.detail() instanceof Detail.Publish publish ? publish.qos() + (retained ? " R" : "") : "";
    }

    /** The payload in one line. */
    static String content(Event event) {
        if (!(event.detail() instanceof Detail.Publish)) {
            return "";
        }
        return event.fields().stream()
                .filter(field -> field.name().equals("payload"))
                .map(Field::value)
                .map(text -> text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text)
                .map(text -> text.replace('\n', ' '))
                .findFirst()
                .orElse("");
    }

    private static final class Cell extends TableCell<Event, Event> {
        private final Function<Event, String> text;

        Cell(Function<Event, String> text, String... styles) {
            this.text = text;
            getStyleClass().addAll(styles);
        }

        @Override
        protected void updateItem(@Nullable Event event, boolean empty) {
            super.updateItem(event, empty);
            setText(empty || event == null ? "" : text.apply(event));
        }
    }

    private final class Row extends TableRow<Event> {
        @Override
        protected void updateItem(@Nullable Event event, boolean empty) {
            super.updateItem(event, empty);
            pseudoClassStateChanged(BAD, event != null && Severity.of(event) == Severity.BAD);
            pseudoClassStateChanged(SENT, event != null && event.direction() == Direction.OUT);
            setAccessibleText(event == null ? "" : spoken(event)); // an empty row has no event
        }

        private String spoken(Event event) {
            return words.get(
                    "watch.row",
                    "direction",
                    words.get("event.direction." + event.direction()),
                    "packet",
                    event.name(),
                    "topic",
                    topic(event));
        }
    }
}
