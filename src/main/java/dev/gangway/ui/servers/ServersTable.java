package dev.gangway.ui.servers;

import dev.gangway.server.ServerEntry;
import dev.gangway.ui.kit.Chip;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.text.Words;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/** The list of servers. */
final class ServersTable extends TableView<ServerEntry> {
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
        getColumns().add(column("servers.column.name", 170, entry -> text(entry.name(), "strong")));
        getColumns()
                .add(column("servers.column.url", 240, entry -> text(entry.url().toString(), "code")));
        getColumns().add(column("servers.column.user", 180, entry -> text(entry.user(), "muted")));
        getColumns().add(column("servers.column.listeners", 130, this::listeners));
        getColumns().add(column("servers.column.sign-in", 150, entry -> SignInChip.of(model, entry, words)));
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
        TableColumn<ServerEntry, ServerEntry> column = new TableColumn<>(words.get(key));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(view -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable ServerEntry entry, boolean empty) {
                super.updateItem(entry, empty);
                setGraphic(empty || entry == null ? null : show.apply(entry));
            }
        });
        return column;
    }

    private Node listeners(ServerEntry entry) {
        String names = entry.mqtt().map(at -> "MQTT").orElse("")
                + (entry.mqtt().isPresent() && entry.mqtts().isPresent() ? " · " : "")
                + entry.mqtts().map(at -> "MQTTS").orElse("");
        return names.isEmpty() ? new Chip(Level.WARNING, words.get("servers.no-listener")) : Chip.plain(names);
    }

    private static Label text(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }
}
