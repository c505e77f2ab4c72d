package dev.gangway.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A panel with a title, and room for chips and buttons beside it. */
public final class Card extends VBox {
    private final Label title = new Label();
    private final HBox header = new HBox(title, spacer());

    /** Makes one; {@code content} gets the height that is left. */
    public Card(String title, Node content, Node... beside) {
        this.title.setText(title);
        this.title.getStyleClass().add("card-title");
        this.title.setMinWidth(USE_PREF_SIZE); // what stands beside it gives way
        header.getStyleClass().add("card-header");
        header.setAlignment(Pos.CENTER_LEFT);
        header.getChildren().addAll(beside);
        getStyleClass().add("panel");
        getChildren().addAll(header, content);
        setVgrow(content, Priority.ALWAYS);
        setMinWidth(0);
    }

    /** Changes the title. */
    public void title(String text) {
        title.setText(text);
    }

    /** Gives the content the usual space around it; not wanted for tables. */
    public static VBox padded(Node... content) {
        VBox box = new VBox(content);
        box.getStyleClass().add("card-body");
        return box;
    }

    /** Takes up what is left of a row. */
    public static Region spacer() {
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        return spacer;
    }
}
