package dev.gangway.ui.servers;

import dev.gangway.server.ServerEntry;
import dev.gangway.ui.kit.Chip;
import dev.gangway.ui.kit.Em;
import dev.gangway.ui.kit.LeastWidth;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.NodeColumn;
import dev.gangway.ui.text.Words;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

/** The list of servers. */
final class ServersTable extends TableView<ServerEntry> {
    /** Enough for a chip and most names, in pixels. */
    private static final double LEAST = 130;

    private final ServersViewModel model;
    private final Words words;
    private Consumer<ServerEntry> onOpen = entry -> {};

    ServersTable(ServersViewModel model, Words words) {
        this.model = model;
        this.words = words;
        setId("servers");
        setItems(model.all());
        setAccessibleText(words.get("servers.title"));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getColumns().add(column("servers.column.name", 170, entry -> NodeColumn.name(entry.name(), "strong")));
        getColumns()
                .add(column(
                        "servers.column.url",
                        240,
                        entry -> NodeColumn.name(entry.url().toString(), "code")));
        getColumns().add(column("servers.column.user", 180, entry -> NodeColumn.name(entry.user(), "muted")));
        getColumns().add(column("servers.column.listeners", 130, this::listeners));
        getColumns().add(column("servers.column.sign-in", 150, entry -> SignInChip.of(model, entry, words)));
        setTableMenuButtonVisible(true);
        Em.scale(this);
        LeastWidth.hold(this);
        setRowFactory(view -> row());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER && !getSelectionModel().isEmpty()) {
                onOpen.accept(getSelectionModel().getSelectedItem());
            }
        });
    }

    /** What a double click or Enter does. */
    void setOnOpen(Consumer<ServerEntry> action) {
        onOpen = action;
    }

    private TableRow<ServerEntry> row() {
        TableRow<ServerEntry> row = new TableRow<>();
        row.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && !row.isEmpty()) {
                onOpen.accept(row.getItem());
            }
        });
        return row;
    }

    private TableColumn<ServerEntry, ServerEntry> column(String key, double width, Function<ServerEntry, Node> show) {
        TableColumn<ServerEntry, ServerEntry> column = NodeColumn.of(words.get(key), width, show);
        column.setMinWidth(Math.min(width, LEAST));
        return column;
    }

    private Node listeners(ServerEntry entry) {
        String names = entry.mqtt().map(at -> "MQTT").orElse("")
                + (entry.mqtt().isPresent() && entry.mqtts().isPresent() ? " · " : "")
                + entry.mqtts().map(at -> "MQTTS").orElse("");
        return names.isEmpty() ? new Chip(Level.WARNING, words.get("servers.no-listener")) : Chip.plain(names);
    }
}
