package dev.gangway.ui.watch;

import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.Event;
import dev.gangway.bench.event.Field;
import dev.gangway.bench.event.Severity;
import dev.gangway.bench.mqtt.packet.Publish;
import dev.gangway.diagnosis.Printable;
import dev.gangway.ui.kit.Em;
import dev.gangway.ui.text.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/**
 * The packets as a table, the newest at the end. Thousands of rows go by in a second, so cells are text alone, and when
 * a full list moves up, the rows in sight take their new texts and nothing else is done.
 */
final class PacketTable extends TableView<Event> {
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");
    private static final PseudoClass SENT = PseudoClass.getPseudoClass("sent");
    private static final int SHOWN = 200;

    private final Words words;
    private final Set<Row> rows = new HashSet<>();
    private boolean atEnd = true;
    private Optional<VirtualFlow<?>> flow = Optional.empty();

    PacketTable(Words words, PacketList packets) {
        super(packets);
        this.words = words;
        setId("packets");
        getStyleClass().add("packets");
        setAccessibleText(words.get("watch.packets"));
        setPlaceholder(new Label(words.get("watch.packets.empty")));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setRowFactory(_ -> {
            Row row = new Row();
            rows.add(row);
            return row;
        });
        packets.onMove(_ -> rows.forEach(Row::reload));
        addEventFilter(ScrollEvent.SCROLL, _ -> scrolled());
        addEventFilter(MouseEvent.MOUSE_DRAGGED, _ -> scrolled());
        addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> scrolled());
        add("watch.column.time", 92, event -> words.formats().millis(event.atMicros()), "number", "code");
        add("", 30, PacketTable::arrow, "muted");
        add("watch.column.packet", 186, Event::name, "packet");
        add("watch.column.topic", 226, PacketTable::topic, "code");
        add("watch.column.qos", 44, PacketTable::qos, "muted");
        add("watch.column.bytes", 76, this::bytes, "number", "code");
        add("watch.column.content", 180, PacketTable::content, "code");
        Em.scale(this);
    }

    /** Brings the newest into view, unless somebody looks at another one. */
    void follow() {
        if (!isLookedAt() && !isLastInSight()) {
            scrollTo(getItems().size() - 1);
        }
    }

    /** Whether a row was selected, or scrolled to. */
    boolean isLookedAt() {
        return !atEnd || !getSelectionModel().isEmpty();
    }

    /** Nobody looks at any row any more. */
    void lookAway() {
        getSelectionModel().clearSelection();
        atEnd = true;
    }

    private void scrolled() {
        Platform.runLater(() -> atEnd = isLastInSight()); // once it has been scrolled
    }

    /** Whether all of the last row can be seen. */
    private boolean isLastInSight() {
        if (flow.isEmpty() && lookup(".virtual-flow") instanceof VirtualFlow<?> found) {
            flow = Optional.of(found);
        }
        IndexedCell<?> lowest = flow.map(VirtualFlow::getLastVisibleCell).orElse(null);
        return lowest != null
                && lowest.getIndex() == getItems().size() - 1
                && lowest.getLayoutY() + lowest.getHeight()
                        <= flow.orElseThrow().getHeight() + 1;
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
        column.setCellFactory(_ -> new PacketCell(text, List.of(styles)));
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
        return event.detail() instanceof Publish publish ? Printable.line(publish.topic(), SHOWN) : event.summary();
    }

    private static String qos(Event event) {
        boolean retained = event.detail() instanceof Publish && event.raw().length > 0 && (event.raw()[0] & 1) == 1;
        return event.detail() instanceof Publish publish ? publish.qos() + (retained ? " R" : "") : "";
    }

    /** The payload in one line. */
    static String content(Event event) {
        if (!(event.detail() instanceof Publish)) {
            return "";
        }
        return event.fields().stream()
                .filter(field -> field.name().equals("payload"))
                .map(Field::value)
                .map(text -> Printable.line(text.replace('\n', ' '), SHOWN))
                .findFirst()
                .orElse("");
    }

    private final class Row extends TableRow<Event> {
        private @Nullable Event shown;

        /** Another event stands at this row's place: the item stays, because changing it sets up the row anew. */
        void reload() {
            if (!isEmpty() && getIndex() < getItems().size()) {
                Event event = getItems().get(getIndex());
                mark(event);
                for (Node cell : getChildrenUnmodifiable()) {
                    if (cell instanceof PacketCell line) {
                        line.show(event);
                    }
                }
            }
        }

        @Override
        protected void updateItem(@Nullable Event event, boolean empty) {
            super.updateItem(event, empty);
            mark(event);
        }

        private void mark(@Nullable Event event) {
            shown = event; // an empty row has none
            pseudoClassStateChanged(BAD, event != null && Severity.of(event) == Severity.BAD);
            pseudoClassStateChanged(SENT, event != null && event.direction() == Direction.OUT);
        }

        @Override
        public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
            return attribute == AccessibleAttribute.TEXT && shown != null
                    ? spoken(shown)
                    : super.queryAccessibleAttribute(attribute, parameters);
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
