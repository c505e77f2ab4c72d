package dev.gangway.ui.kit;

import atlantafx.base.theme.Styles;
import dev.gangway.bench.event.Event;
import dev.gangway.ui.text.Words;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * One message opened: its decoded fields, and beside them its raw bytes with those of the selected field marked. A byte
 * that is chosen selects its field. What is selected can be copied; secrets only once they are shown.
 */
public final class EventDetails extends VBox {
    /** Of the height: the rest is for the table above. */
    private static final double SHARE = 0.42;

    /** What fields need beside the bytes, times the room for four bytes. */
    private static final double FIELDS = 1.3;

    private final Words words;
    private final SecretClipboard clipboard;
    private final Label heading = new Label();
    private final ToggleButton reveal = new ToggleButton();
    private final HexView hex;
    private final FieldTree fields;

    /** Makes one that shows nothing. */
    public EventDetails(Words words, SecretClipboard clipboard) {
        this.words = words;
        this.clipboard = clipboard;
        hex = new HexView(words.get("event.raw"), this::choose);
        fields = new FieldTree(words, hex::mark);
        getStyleClass().add("event-details");
        getStylesheets().add(StyleSheets.of(EventDetails.class, "event.css"));
        heading.getStyleClass().addAll("code", "muted");
        heading.setWrapText(true);
        heading.setMinHeight(USE_PREF_SIZE);
        reveal.setText(words.get("event.reveal"));
        reveal.getStyleClass().add(Styles.SMALL);
        reveal.selectedProperty().addListener((_, _, revealed) -> hex.reveal(revealed));
        Copying.of(fields, item("event.copy.value", this::copyValue), item("event.copy.bytes", this::copyBytes));
        Copying.of(hex, item("event.copy.bytes", this::copyBytes), item("event.copy.value", this::copyValue));
        HBox bar = new HBox(heading, Card.spacer(), reveal);
        bar.getStyleClass().add("event-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        SplitPane split = new SplitPane(fields, hex);
        split.widthProperty().addListener((_, _, width) -> split.setDividerPositions(share(width.doubleValue())));
        setVgrow(split, Priority.ALWAYS);
        getChildren().addAll(bar, split);
        managedProperty().bind(visibleProperty());
        parentProperty().addListener((_, _, parent) -> {
            if (parent instanceof Region around) {
                prefHeightProperty().bind(around.heightProperty().multiply(SHARE));
            }
        });
        clear();
    }

    /** Opens a message; its secrets are hidden. */
    public void show(Event event) {
        heading.setText(
                words.get("event.opened." + event.direction(), "message", event.name(), "bytes", event.raw().length));
        boolean secrets = HexDump.hasSecret(event.fields());
        reveal.setSelected(false);
        reveal.setVisible(secrets);
        reveal.setManaged(secrets);
        fields.show(event);
        hex.show(event, false);
        setVisible(true);
    }

    /** Shows nothing and takes no room. */
    public void clear() {
        setVisible(false);
    }

    /** How much of the width the fields get: the bytes get as many in a line as leave enough. */
    private double share(double width) {
        double least = hex.room(4) * FIELDS;
        double bytes = Stream.of(16, 8, 4)
                .map(hex::room)
                .filter(room -> room + least <= width)
                .findFirst()
                .orElse(width / 2);
        return 1 - (bytes + 2) / Math.max(bytes + 3, width);
    }

    private void choose(int at) {
        fields.selectAt(at);
        fields.selected().ifPresentOrElse(hex::mark, () -> hex.markByte(at));
    }

    private Copying.Item item(String key, Runnable action) {
        return new Copying.Item(words.get(key), action);
    }

    private void copyValue() {
        fields.selected().ifPresent(field -> clipboard.copy(field.value()));
    }

    private void copyBytes() {
        if (hex.isRevealed()) {
            clipboard.copySecret(hex.copied());
        } else {
            clipboard.copy(hex.copied());
        }
    }
}
