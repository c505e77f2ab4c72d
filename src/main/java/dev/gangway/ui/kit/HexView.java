package dev.gangway.ui.kit;

import dev.gangway.bench.event.Event;
import dev.gangway.bench.event.Field;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/**
 * The raw bytes of a message with those of one field marked. A click on a byte, or the arrow keys, choose another byte;
 * whoever listens marks what it belongs to.
 */
final class HexView extends ListView<Integer> {
    private static final List<Integer> WIDTHS = List.of(16, 8, 4);
    private static final int HEX_CHARACTERS = 3;
    /** Of the text size: a character of {@code .hex .code}, which is smaller than the rest. */
    private static final double CHARACTER = 0.83 * 0.603;
    /** Offset, gaps and a scroll bar, in pixels and in characters. */
    private static final double AROUND = 40;

    private static final int OFFSET = 4;

    private final IntConsumer onByte;
    private final Set<Line> lines = new HashSet<>();
    private @Nullable HexDump dump;
    private @Nullable Event event;
    private boolean revealed;
    private int from;
    private int to;
    private int cursor;

    /** Makes an empty one; {@code onByte} hears which byte was chosen. */
    HexView(String name, IntConsumer onByte) {
        this.onByte = onByte;
        getStyleClass().addAll("hex", Em.MEASURED);
        setAccessibleText(name);
        setCellFactory(_ -> {
            Line line = new Line();
            lines.add(line);
            return line;
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        widthProperty().addListener(_ -> refit());
        minWidthProperty().addListener(_ -> refit()); // text has another size
    }

    /** Shows the bytes of a message, none marked. */
    void show(Event shown, boolean withSecrets) {
        event = shown;
        revealed = withSecrets;
        mark(0, 0);
        cursor = 0;
        fill(shown);
        getSelectionModel().clearSelection();
        bringIntoView(0);
    }

    /** Shows secrets, or dots in their place; what is marked stays so. */
    void reveal(boolean withSecrets) {
        revealed = withSecrets;
        if (event != null) {
            fill(event);
        }
    }

    /** Whether secrets are shown. */
    boolean isRevealed() {
        return revealed;
    }

    /** The marked bytes as text, all of them where none is marked. */
    String copied() {
        if (dump == null) {
            return "";
        }
        return to > from ? dump.hex(from, Math.min(to, dump.length())) : dump.hex(0, dump.length());
    }

    /** Marks the bytes of a field and brings the first into view; a field without bytes marks none. */
    void mark(@Nullable Field field) {
        int first = field == null ? 0 : Math.max(0, field.offset());
        mark(first, field == null ? 0 : first + field.length());
        if (to > from && (cursor < from || cursor >= to)) {
            cursor = from;
        }
        bringIntoView(cursor);
    }

    /** Marks one byte that no field has. */
    void markByte(int at) {
        mark(at, at + 1);
        bringIntoView(at);
    }

    private void mark(int first, int end) {
        from = first;
        to = end;
        redraw();
    }

    /** Room that so many bytes a line take, in pixels. */
    double room(int bytes) {
        return AROUND + Em.of(this) * CHARACTER * (OFFSET + bytes * (HEX_CHARACTERS + 1));
    }

    private int fitting() {
        return WIDTHS.stream()
                .filter(bytes -> room(bytes) <= getWidth())
                .findFirst()
                .orElse(WIDTHS.getLast());
    }

    private void refit() {
        if (event != null && dump != null && dump.width() != fitting()) {
            fill(event);
        }
    }

    private void fill(Event shown) {
        HexDump fitted = new HexDump(shown, revealed, fitting());
        dump = fitted;
        setItems(FXCollections.observableList(
                IntStream.range(0, fitted.lines()).boxed().toList()));
        redraw();
    }

    /** The lines stay the same while what is marked in them changes, which a list does not see. */
    private void redraw() {
        lines.forEach(Line::draw);
    }

    private void key(KeyEvent key) {
        if (dump == null || key.isShortcutDown() || key.isAltDown()) {
            return;
        }
        int step = switch (key.getCode()) {
            case LEFT -> -1;
            case RIGHT -> 1;
            case UP -> -dump.width();
            case DOWN -> dump.width();
            case HOME -> -cursor;
            case END -> dump.length() - 1 - cursor;
            default -> 0;
        };
        if (step != 0) {
            choose(cursor + step);
            key.consume();
        }
    }

    private void choose(int at) {
        if (dump != null && dump.length() > 0) {
            cursor = Math.clamp(at, 0, dump.length() - 1);
            onByte.accept(cursor);
            getSelectionModel().clearAndSelect(cursor / dump.width());
        }
    }

    private void bringIntoView(int at) {
        if (dump != null) {
            int line = at / dump.width();
            if (!isInView(line)) {
                scrollTo(Math.max(0, line - 1));
            }
        }
    }

    private boolean isInView(int line) {
        layout(); // other lines may have come a moment ago
        return lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                && flow.getFirstVisibleCell() != null
                && flow.getFirstVisibleCell().getIndex() <= line
                && line < flow.getLastVisibleCell().getIndex();
    }

    private final class Line extends ListCell<Integer> {
        @Override
        protected void updateItem(@Nullable Integer number, boolean empty) {
            super.updateItem(number, empty);
            draw();
        }

        void draw() {
            Integer number = getItem();
            if (isEmpty() || number == null || dump == null || number >= dump.lines()) {
                setGraphic(null);
                setAccessibleText("");
            } else {
                HexDump.Line line = dump.line(number, from, to);
                setGraphic(line(line));
                setAccessibleText(line.offset() + ": " + dump.hex(number * dump.width(), end(number, dump)));
            }
        }

        private int end(int number, HexDump of) {
            return Math.min(of.length(), (number + 1) * of.width());
        }

        private Node line(HexDump.Line line) {
            Label offset = new Label(line.offset());
            offset.getStyleClass().addAll("code", "hex-offset");
            HBox box = new HBox(offset, pieces(line.hex(), HEX_CHARACTERS), pieces(line.text(), 1));
            box.getStyleClass().add("hex-line");
            box.setAlignment(Pos.CENTER_LEFT);
            return box;
        }

        private HBox pieces(List<HexDump.Piece> pieces, int characters) {
            HBox box = new HBox();
            for (HexDump.Piece piece : pieces) {
                Label label = new Label(piece.text());
                label.getStyleClass().add("code");
                label.setMinWidth(USE_PREF_SIZE);
                if (piece.marked()) {
                    label.getStyleClass().add("hex-marked");
                }
                label.setOnMousePressed(click -> choose(byteAt(piece, label, click, characters)));
                box.getChildren().add(label);
            }
            return box;
        }

        /** All characters are of one width. */
        private static int byteAt(HexDump.Piece piece, Label label, MouseEvent click, int characters) {
            double character = label.getWidth() / piece.text().length();
            int last = (piece.text().length() - 1) / characters;
            return piece.from() + Math.clamp((int) (click.getX() / character / characters), 0, last);
        }
    }
}
