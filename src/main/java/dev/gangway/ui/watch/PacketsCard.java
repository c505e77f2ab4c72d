package dev.gangway.ui.watch;

import atlantafx.base.theme.Styles;
import dev.gangway.bench.event.Event;
import dev.gangway.ui.kit.Card;
import dev.gangway.ui.kit.Chip;
import dev.gangway.ui.kit.CopiedRow;
import dev.gangway.ui.kit.Copying;
import dev.gangway.ui.kit.EventDetails;
import dev.gangway.ui.kit.Key;
import dev.gangway.ui.kit.SecretClipboard;
import dev.gangway.ui.text.Words;
import dev.gangway.ui.watch.PacketFeed.Traffic;
import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The packets with their totals, a filter, and the selected one opened. */
final class PacketsCard extends VBox {
    private static final double ROOM_FOR_SIZE = 600;
    private static final double ROOM_FOR_RATE = 500;
    private static final int QOS = 4;
    private static final int BYTES = 5;

    private final Words words;
    private final WatchViewModel watch;
    private final PacketTable table;
    private final EventDetails details;
    private final TextField filter = new TextField();
    private final ToggleButton pause = new ToggleButton();
    private final Chip rate = Chip.plain("");
    private final Chip total = Chip.plain("");
    private final Chip size = Chip.plain("");

    PacketsCard(Words words, WatchViewModel watch, SecretClipboard clipboard) {
        this.words = words;
        this.watch = watch;
        table = new PacketTable(words, watch.packets().list());
        details = new EventDetails(words, clipboard);
        Copying.rows(table, words, clipboard, event -> CopiedRow.of(words, event, PacketTable.content(event)));
        filter.setId("packet-filter");
        filter.setPromptText(words.get("watch.filter"));
        filter.setAccessibleText(words.get("watch.filter"));
        filter.setPrefColumnCount(14);
        filter.setMinWidth(100);
        filter.getStyleClass().add(Styles.SMALL);
        filter.textProperty().addListener((_, _, text) -> watch.packets().filter(text));
        pause.setId("pause");
        pause.setText(Key.PAUSE.on(words, words.get("watch.pause")));
        pause.setMinWidth(USE_PREF_SIZE);
        pause.getStyleClass().add(Styles.SMALL);
        pause.selectedProperty().bindBidirectional(watch.packets().paused());
        watch.packets().lookedAt(table::isLookedAt);
        watch.packets().paused().addListener((_, _, still) -> {
            if (!still) {
                table.lookAway();
                table.follow();
            }
        });
        table.getSelectionModel().selectedItemProperty().addListener((_, _, event) -> open(event));
        watch.packets().traffic().addListener((_, _, now) -> count(now));
        count(watch.packets().traffic().get());
        VBox.setVgrow(table, Priority.ALWAYS);
        Card card = new Card(words.get("watch.packets"), new VBox(table, details), rate, total, size, filter, pause);
        VBox.setVgrow(card, Priority.ALWAYS);
        setMinWidth(0);
        giveWay();
        getChildren().add(card);
    }

    /** In a small window the packets and their topics need the room of what is least missed. */
    private void giveWay() {
        shownFrom(ROOM_FOR_SIZE, size);
        shownFrom(ROOM_FOR_RATE, rate);
        List.of(QOS, BYTES)
                .forEach(column -> table.getColumns()
                        .get(column)
                        .visibleProperty()
                        .bind(widthProperty().greaterThan(ROOM_FOR_SIZE)));
    }

    private void shownFrom(double width, Chip chip) {
        chip.visibleProperty().bind(widthProperty().greaterThan(width));
        chip.managedProperty().bind(chip.visibleProperty());
    }

    /** New packets are in the table. */
    void drawn() {
        if (!watch.packets().paused().get()) {
            table.follow();
        }
    }

    void togglePause() {
        watch.packets().paused().set(!watch.packets().paused().get());
    }

    void focusFilter() {
        filter.requestFocus();
    }

    /** Selects an event, and lets the list stand still there. */
    void show(int event) {
        watch.packets().paused().set(true);
        table.show(event);
    }

    /** A row that has made room for newer ones stays open. */
    private void open(@org.jspecify.annotations.Nullable Event event) {
        if (event != null) {
            details.show(event);
        } else if (watch.packets().list().isEmpty()) {
            details.clear();
        }
    }

    private void count(Traffic now) {
        rate.setText(words.get("watch.rate", "rate", words.formats().number(now.perSecond())));
        total.setText(words.count("watch.total", now.packets()));
        size.setText(words.formats().bytes(now.bytes()));
    }
}
