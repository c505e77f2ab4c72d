package dev.gangway.ui.shell;

import dev.gangway.server.ServerEntry;
import dev.gangway.ui.kit.CurrentServer;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.LevelShape;
import dev.gangway.ui.kit.Navigator;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.text.Words;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;

/** Chooses the server that is worked with, and shows whether it answers. */
final class ServerMenu extends MenuButton {
    private final CurrentServer server;
    private final Words words;
    private final Navigator navigator;

    ServerMenu(ScreenContext around) {
        server = around.server();
        words = around.words();
        navigator = around.navigator();
        setId("server-menu");
        getStyleClass().add("pill");
        server.all().addListener((ListChangeListener<ServerEntry>) change -> fill());
        server.selectedProperty().addListener((property, was, is) -> fill());
        server.stateProperty().addListener((property, was, is) -> showState());
        fill();
    }

    private void fill() {
        getItems().clear();
        Optional<ServerEntry> selected = server.selectedProperty().get();
        for (ServerEntry entry : server.all()) {
            RadioMenuItem item = new RadioMenuItem(entry.name());
            item.setSelected(selected.filter(entry::equals).isPresent());
            item.setOnAction(event -> server.select(entry));
            getItems().add(item);
        }
        if (!server.all().isEmpty()) {
            getItems().add(new SeparatorMenuItem());
        }
        MenuItem manage =
                new MenuItem(words.get(server.all().isEmpty() ? "header.server.add" : "header.server.manage"));
        manage.setOnAction(event -> navigator.open(Navigator.SERVERS));
        getItems().add(manage);
        showState();
    }

    private void showState() {
        String name = server.selectedProperty().get().map(ServerEntry::name).orElse(words.get("header.server.none"));
        String state = words.get(stateKey());
        setText(server.selectedProperty().get().isPresent() ? name + " · " + state : name);
        setGraphic(new LevelShape(level()));
        setAccessibleText(words.get("header.server.spoken", "name", name, "state", state));
        setTooltip(
                server.stateProperty().get() instanceof CurrentServer.State.Offline offline
                        ? new Tooltip(words.title(offline.why()))
                        : null);
    }

    private String stateKey() {
        return switch (server.stateProperty().get()) {
            case CurrentServer.State.Unknown unknown -> "header.server.unknown";
            case CurrentServer.State.Checking checking -> "header.server.checking";
            case CurrentServer.State.Online online -> "header.server.online";
            case CurrentServer.State.Offline offline -> "header.server.offline";
        };
    }

    private Level level() {
        return switch (server.stateProperty().get()) {
            case CurrentServer.State.Unknown unknown -> Level.NEUTRAL;
            case CurrentServer.State.Checking checking -> Level.INFO;
            case CurrentServer.State.Online online -> Level.OK;
            case CurrentServer.State.Offline offline -> Level.BAD;
        };
    }
}
