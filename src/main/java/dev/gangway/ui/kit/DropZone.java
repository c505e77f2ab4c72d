package dev.gangway.ui.kit;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Where files can be dropped, with buttons for those who would rather choose them. */
public final class DropZone extends HBox {
    private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");

    /** Makes one with these buttons before the hint; see {@link #takes} for who takes the files. */
    public DropZone(String hint, Node... buttons) {
        getStyleClass().add("drop-zone");
        setAlignment(Pos.CENTER_LEFT);
        Label words = new Label(hint);
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.getStyleClass().add("muted");
        setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(buttons);
        getChildren().add(words);
    }

    /** Has everything within {@code area} take files and folders that are dropped there. */
    public static void takes(Node area, Consumer<List<Path>> taker) {
        area.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                area.pseudoClassStateChanged(DROP, true);
                event.consume();
            }
        });
        area.setOnDragExited(event -> area.pseudoClassStateChanged(DROP, false));
        area.setOnDragDropped(event -> {
            Dragboard board = event.getDragboard();
            area.pseudoClassStateChanged(DROP, false);
            if (board.hasFiles()) {
                taker.accept(board.getFiles().stream().map(File::toPath).toList());
            }
            event.setDropCompleted(board.hasFiles());
            event.consume();
        });
    }
}
