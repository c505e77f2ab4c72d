package dev.gangway.ui.servers;

import atlantafx.base.theme.Styles;
import dev.gangway.inventory.Servers;
import dev.gangway.server.ServerEntry;
import dev.gangway.ui.kit.Card;
import dev.gangway.ui.kit.Chip;
import dev.gangway.ui.kit.Dialogs;
import dev.gangway.ui.kit.EmptyState;
import dev.gangway.ui.kit.Key;
import dev.gangway.ui.kit.Navigator;
import dev.gangway.ui.kit.Screen;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.kit.Shortcut;
import dev.gangway.ui.text.Words;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.collections.MapChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The servers that devices are brought onto: add, change, try the sign-in, remove. */
public final class ServersScreen implements Screen {
    private final ScreenContext around;
    private final Words words;
    private final ServersViewModel model;
    private final Runnable tryIt;
    private final ServersTable table;
    private final ServerDetails details;
    private final Chip count = Chip.plain("");
    private final StackPane root = new StackPane();
    private final Node full;
    private final Node empty;

    /** Makes the screen; {@code tryIt} begins the first test with the practice server. */
    public ServersScreen(Servers servers, ScreenContext around, Runnable tryIt) {
        this.around = around;
        this.tryIt = tryIt;
        words = around.words();
        model = new ServersViewModel(servers, around.server(), around.background());
        table = new ServersTable(model, words);
        details = new ServerDetails(model, words, this::edit, this::remove);
        full = content();
        empty = emptyState();
        table.getSelectionModel().selectedItemProperty().subscribe(details::show);
        table.setOnOpen(this::edit);
        model.all().addListener((ListChangeListener<ServerEntry>) change -> refresh());
        model.checks().addListener((MapChangeListener<Object, Object>) change -> {
            table.refresh();
            details.show(table.getSelectionModel().getSelectedItem());
        });
        refresh();
    }

    @Override
    public String id() {
        return Navigator.SERVERS;
    }

    @Override
    public String title() {
        return words.get("servers.title");
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void shown() {
        around.server().reload();
        table.requestFocus();
    }

    @Override
    public void select(String subject) {
        model.all().stream()
                .filter(entry -> entry.id().toString().equals(subject))
                .findFirst()
                .ifPresent(table.getSelectionModel()::select);
    }

    @Override
    public List<Shortcut> shortcuts() {
        return List.of(
                Shortcut.free(Key.NEW, words.get("servers.add"), this::add),
                Shortcut.of(
                        Key.TEST, words.get("servers.check"), () -> selected().ifPresent(model::check)),
                Shortcut.of(
                        Key.EDIT, words.get("servers.edit"), () -> selected().ifPresent(this::edit)),
                Shortcut.of(
                        Key.REMOVE,
                        words.get("servers.remove"),
                        () -> selected().ifPresent(this::remove)));
    }

    private Node content() {
        Label heading = new Label(title());
        heading.getStyleClass().add("screen-title");
        Button add = addButton();
        HBox bar = new HBox(heading, count, Card.spacer(), add);
        bar.getStyleClass().add("screen-bar");
        VBox list = new VBox(table);
        list.getStyleClass().add("panel");
        VBox.setVgrow(table, Priority.ALWAYS);
        HBox.setHgrow(list, Priority.ALWAYS);
        HBox columns = new HBox(list, details);
        columns.getStyleClass().add("columns");
        VBox.setVgrow(columns, Priority.ALWAYS);
        VBox screen = new VBox(bar, columns);
        screen.getStyleClass().add("screen");
        return screen;
    }

    private Node emptyState() {
        Button practice = new Button(words.get("first.start"));
        practice.getStyleClass().add(Styles.ACCENT);
        practice.setOnAction(event -> tryIt.run());
        Button add = new Button(words.get("servers.add") + "…");
        add.setOnAction(event -> add());
        VBox screen = new VBox(
                new EmptyState(words.get("servers.empty.title"), words.get("servers.empty.text"), practice, add));
        screen.getStyleClass().addAll("screen", "centered");
        return screen;
    }

    private Button addButton() {
        Button add = new Button(Key.NEW.on(words, words.get("servers.add")));
        add.setId("server-add");
        add.getStyleClass().add(Styles.ACCENT);
        add.setOnAction(event -> add());
        return add;
    }

    private void refresh() {
        count.setText(words.formats().number(model.all().size()));
        root.getChildren().setAll(model.all().isEmpty() ? empty : full);
        if (table.getSelectionModel().isEmpty()) {
            table.getSelectionModel().selectFirst();
        }
    }

    private Optional<ServerEntry> selected() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
    }

    private void add() {
        form(Optional.empty(), words.get("servers.add"));
    }

    private void edit(ServerEntry entry) {
        form(Optional.of(entry), words.get("servers.edit.title", "name", entry.name()));
    }

    private void form(Optional<ServerEntry> old, String title) {
        around.dialogs().show(new ServerFormPanel(model.form(old, words), around, model::saved).panel(title));
    }

    private void remove(ServerEntry entry) {
        around.dialogs()
                .ask(
                        new Dialogs.Question(
                                words.get("servers.remove.title", "name", entry.name()),
                                words.get("servers.remove.text"),
                                words.get("servers.remove.action", "name", entry.name()),
                                true),
                        () -> model.remove(
                                entry,
                                why -> around.dialogs()
                                        .tell(words.get("servers.remove.action", "name", entry.name()), why)));
    }
}
