package dev.gangway.ui.bench;

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
    private @Nullable HexDump dump;
    private int from;
    private int to;

    HexView(String name) {
        getStyleClass().add("hex");
        setAccessibleText(name);
        setCellFactory(_ -> new Line());
    }

    /** Shows these bytes, none marked. */
    void show(HexDump shown) {
        dump = shown;
        from = 0;
        to = 0;
        setItems(FXCollections.observableList(
                IntStream.range(0, shown.lines()).boxed().toList()));
        refresh();
    }

    /** Marks the bytes of a field and brings the first into view; a field without bytes marks none. */
    void mark(@Nullable Field field) {
        from = field == null ? 0 : Math.max(0, field.offset());
        to = field == null ? 0 : from + field.length();
        refresh();
        if (to > from) {
            scrollTo(Math.max(0, from / HexDump.WIDTH - 1));
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
