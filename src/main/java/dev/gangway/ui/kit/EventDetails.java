package dev.gangway.ui.kit;

import atlantafx.base.theme.Styles;
import dev.gangway.bench.event.Event;
import dev.gangway.ui.text.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One message opened: its decoded fields, and beside them its raw bytes with those of the selected field marked. */
public final class EventDetails extends VBox {
    private final Words words;
    private final Label heading = new Label();
    private final ToggleButton reveal = new ToggleButton();
    private final HexView hex;
    private final FieldTree fields;
    private @Nullable Event shown;

    /** Makes one that shows nothing. */
    public EventDetails(Words words) {
        this.words = words;
        hex = new HexView(words.get("event.raw"));
        fields = new FieldTree(words, hex::mark);
        getStyleClass().add("event-details");
        getStylesheets().add(StyleSheets.of(EventDetails.class, "event.css"));
        heading.getStyleClass().addAll("code", "muted");
        heading.setWrapText(true);
        heading.setMinHeight(USE_PREF_SIZE);
        reveal.setText(words.get("event.reveal"));
        reveal.getStyleClass().add(Styles.SMALL);
        reveal.selectedProperty().addListener((_, _, _) -> showHex());
        HBox bar = new HBox(heading, Card.spacer(), reveal);
        bar.getStyleClass().add("event-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        SplitPane split = new SplitPane(fields, hex);
        split.setDividerPositions(0.5);
        setVgrow(split, Priority.ALWAYS);
        getChildren().addAll(bar, split);
        managedProperty().bind(visibleProperty());
        clear();
    }

    /** Opens a message; its secrets are hidden. */
    public void show(Event event) {
        shown = event;
        heading.setText(
                words.get("event.opened." + event.direction(), "message", event.name(), "bytes", event.raw().length));
        boolean secrets = HexDump.hasSecret(event.fields());
        reveal.setSelected(false);
        reveal.setVisible(secrets);
        reveal.setManaged(secrets);
        fields.show(event);
        showHex();
        setVisible(true);
    }

    /** Shows nothing and takes no room. */
    public void clear() {
        shown = null;
        setVisible(false);
    }

    private void showHex() {
        if (shown != null) {
            hex.show(shown, reveal.isSelected());
        }
    }
}
