package dev.gangway.ui.kit;

import dev.gangway.bench.event.Event;
import dev.gangway.bench.event.Field;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** The raw bytes of a message with those of one field marked. */
final class HexView extends ListView<Integer> {
    private static final int NARROW = 8;
    private static final int WIDE = 16;
    private static final double ROOM_FOR_WIDE = 540;

    private @Nullable HexDump dump;
    private @Nullable Event event;
    private boolean revealed;
    private int from;
    private int to;

    HexView(String name) {
        getStyleClass().add("hex");
        setAccessibleText(name);
        setCellFactory(_ -> new Line());
        widthProperty().addListener(_ -> {
            if (event != null && dump != null && dump.width() != fitting()) {
                fill(event);
            }
        });
    }

    /** Shows the bytes of a message, none marked. */
    void show(Event shown, boolean withSecrets) {
        event = shown;
        revealed = withSecrets;
        from = 0;
        to = 0;
        fill(shown);
    }

    private int fitting() {
        return getWidth() < ROOM_FOR_WIDE ? NARROW : WIDE;
    }

    private void fill(Event shown) {
        HexDump fitted = new HexDump(shown, revealed, fitting());
        dump = fitted;
        setItems(FXCollections.observableList(
                IntStream.range(0, fitted.lines()).boxed().toList()));
        refresh();
    }

    /** Marks the bytes of a field and brings the first into view; a field without bytes marks none. */
    void mark(@Nullable Field field) {
        from = field == null ? 0 : Math.max(0, field.offset());
        to = field == null ? 0 : from + field.length();
        refresh();
        if (to > from && dump != null) {
            scrollTo(Math.max(0, from / dump.width() - 1));
        }
    }

    private final class Line extends ListCell<Integer> {
        @Override
        protected void updateItem(@Nullable Integer number, boolean empty) {
            super.updateItem(number, empty);
            setGraphic(empty || number == null || dump == null ? null : line(dump.line(number, from, to)));
        }

        private Node line(HexDump.Line line) {
            Label offset = new Label(line.offset());
            offset.getStyleClass().addAll("code", "hex-offset");
            HBox hex = pieces(line.hex());
            HBox text = pieces(line.text());
            HBox box = new HBox(offset, hex, text);
            box.getStyleClass().add("hex-line");
            box.setAlignment(Pos.CENTER_LEFT);
            return box;
        }

        private static HBox pieces(java.util.List<HexDump.Piece> pieces) {
            HBox box = new HBox();
            for (HexDump.Piece piece : pieces) {
                Label label = new Label(piece.text());
                label.getStyleClass().add("code");
                label.setMinWidth(USE_PREF_SIZE);
                if (piece.marked()) {
                    label.getStyleClass().add("hex-marked");
                }
                box.getChildren().add(label);
            }
            return box;
        }
    }
}
