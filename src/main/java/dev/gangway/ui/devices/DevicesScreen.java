package dev.gangway.ui.devices;

import atlantafx.base.theme.Styles;
import dev.gangway.device.Device;
import dev.gangway.transfer.exporting.Exportable;
import dev.gangway.ui.kit.Card;
import dev.gangway.ui.kit.Dialogs;
import dev.gangway.ui.kit.EmptyState;
import dev.gangway.ui.kit.Key;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.Navigator;
import dev.gangway.ui.kit.ProblemBox;
import dev.gangway.ui.kit.Screen;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.kit.Shortcut;
import dev.gangway.ui.kit.StyleSheets;
import dev.gangway.ui.kit.exporting.ExportDialog;
import dev.gangway.ui.kit.importing.ImportDialog;
import dev.gangway.ui.text.Words;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The list of devices, details of the selected one, and the way to a new one. */
public final class DevicesScreen implements Screen {
    private static final double DETAILS_WIDTH = 400;

    private final ScreenContext around;
    private final Words words;
    private final DevicesViewModel devices;
    private final NewDevicePanel newDevice;
    private final ChangeCredentialPanel change;
    private final ExportDialog export;
    private final ImportDialog importing;
    private final DeviceTable table;
    private final QueryBar bar;
    private final DetailsPanel details;
    private final Card side;
    private final StackPane root = new StackPane();
    /** How many names a question lists. */
    private static final int NAMED = 8;

    private final HBox selection = new HBox();
    private final Label nothingFound = new Label();

    /** Makes the screen. */
    public DevicesScreen(
            ScreenContext around,
            DeviceWork work,
            NewDevicePanel newDevice,
            ChangeCredentialPanel change,
            ExportDialog export,
            ImportDialog importing,
            InstantSource clock) {
        this.around = around;
        this.words = around.words();
        this.devices = new DevicesViewModel(work, around.background(), clock);
        this.newDevice = newDevice;
        this.change = change;
        this.export = export;
        this.importing = importing;
        table = new DeviceTable(words, devices, clock);
        bar = new QueryBar(words, devices, this::create, importing::open);
        details = new DetailsPanel(around, clock);
        ScrollPane scroll = new ScrollPane(details);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        side = new Card("", scroll);
        newDevice.onMade(id -> devices.load(Optional.of(id)));
        change.onMade(id -> devices.load(Optional.of(id)));
        nothingFound.getStyleClass().add("muted");
        table.setPlaceholder(nothingFound);
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<DeviceRow>) _ -> {
            devices.select(table.getSelectionModel().getSelectedItem());
            showSelection();
        });
        table.getSelectionModel().selectedItemProperty().addListener((_, _, row) -> devices.select(row));
        selection.getStyleClass().addAll("button-row", "selection-bar");
        table.setContextMenu(menu());
        devices.selected().addListener(_ -> {
            followSelection();
            showDetails();
        });
        devices.details().addListener(_ -> showDetails());
        devices.visible().addListener((ListChangeListener<DeviceRow>) _ -> showRows());
        devices.loaded().addListener(_ -> showRows());
        root.getChildren().setAll(content(), empty());
        showDetails();
        showSelection();
        showRows();
    }

    @Override
    public String id() {
        return Navigator.DEVICES;
    }

    @Override
    public String title() {
        return words.get("devices.title");
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void shown() {
        devices.load(Optional.empty());
        table.requestFocus();
    }

    @Override
    public void select(String subject) {
        table.getSelectionModel().clearSelection();
        devices.ask(query -> DeviceQuery.all());
        devices.load(Optional.of(UUID.fromString(subject)));
    }

    @Override
    public List<Shortcut> shortcuts() {
        return List.of(
                Shortcut.free(Key.NEW, words.get("devices.new"), this::create),
                Shortcut.of(Key.TEST, words.get("devices.test"), this::test),
                Shortcut.of(Key.LIVE, words.get("watch.title"), this::watch),
                Shortcut.of(Key.PUSH, words.get("devices.push"), this::push),
                Shortcut.of(Key.CREDENTIAL, words.get("devices.change"), this::change),
                Shortcut.of(Key.EDIT, words.get("devices.edit"), this::edit),
                Shortcut.of(Key.EXPORT, words.get("export.button"), this::exportSelected),
                Shortcut.of(Key.REMOVE, words.get("devices.remove"), this::remove),
                Shortcut.free(Key.FIND, words.get("devices.filter"), bar::focusFilter));
    }

    @Override
    public void close() {
        newDevice.cancel();
        change.cancel();
    }

    /** Starts a new device. */
    public void create() {
        newDevice.open();
    }

    private void test() {
        List<Device> chosen = chosen();
        if (chosen.size() > 1) {
            String label = words.count("devices.job.test", chosen.size());
            new DeviceJobPanel(around, devices.test(label, chosen, around.work())).open();
            return;
        }
        devices.selected()
                .get()
                .ifPresent(row -> around.navigator()
                        .open(Navigator.BENCH, row.device().id().toString()));
    }

    private void watch() {
        devices.selected()
                .get()
                .ifPresent(row -> around.navigator()
                        .open(Navigator.WATCH, row.device().id().toString()));
    }

    private void change() {
        devices.selected().get().ifPresent(row -> change.open(row.device()));
    }

    private void exportSelected() {
        devices.selected().get().flatMap(row -> Exportable.of(row.device())).ifPresent(export::open);
    }

    private void push() {
        List<Device> chosen = chosen();
        if (!chosen.isEmpty()) {
            String label = words.count("devices.job.push", chosen.size());
            new DeviceJobPanel(around, devices.push(label, chosen, around.work())).open();
        }
    }

    private void edit() {
        List<Device> chosen = chosen();
        if (!chosen.isEmpty()) {
            new EditDevicesPanel(around, devices).open(chosen);
        }
    }

    private void remove() {
        List<Device> chosen = chosen();
        if (chosen.isEmpty()) {
            return;
        }
        around.dialogs()
                .ask(
                        new Dialogs.Question(
                                chosen.size() == 1
                                        ? words.get(
                                                "devices.remove.title.named",
                                                "name",
                                                chosen.getFirst().name())
                                        : words.count("devices.remove.title", chosen.size()),
                                names(chosen) + words.get("devices.remove.text"),
                                words.count("devices.remove.action", chosen.size()),
                                true),
                        () -> devices.remove(
                                chosen,
                                () -> around.toasts().show(Level.OK, words.count("devices.removed", chosen.size()))));
    }

    /** Several are named, as far as one reads names. */
    private String names(List<Device> chosen) {
        if (chosen.size() == 1) {
            return "";
        }
        String first = chosen.stream().limit(NAMED).map(Device::name).collect(Collectors.joining(", "));
        String more = chosen.size() > NAMED
                ? " "
                        + words.get(
                                "devices.remove.more", "count", words.formats().number(chosen.size() - NAMED))
                : "";
        return first + more + ". ";
    }

    private List<Device> chosen() {
        return new ArrayList<>(table.getSelectionModel().getSelectedItems())
                .stream().map(DeviceRow::device).toList();
    }

    private void showRows() {
        boolean none = devices.loaded().get() && devices.total() == 0;
        root.getChildren().get(0).setVisible(!none);
        root.getChildren().get(1).setVisible(none);
        nothingFound.setText(words.get(devices.loaded().get() ? "devices.none-found" : "devices.loading"));
    }

    /** The table forgets its selection with its rows; the view model does not. */
    private void followSelection() {
        devices.selected().get().ifPresent(row -> {
            int at = devices.visible().indexOf(row);
            if (at >= 0 && !table.getSelectionModel().isSelected(at)) {
                table.getSelectionModel().clearAndSelect(at);
                table.scrollTo(Math.max(0, at - 5));
            }
        });
    }

    private void showDetails() {
        Optional<DeviceRow> row = devices.selected().get();
        side.setVisible(row.isPresent());
        side.setManaged(row.isPresent());
        row.map(DeviceRow::device).ifPresent(device -> {
            side.title(device.name());
            details.show(device, devices.details().get(), buttons());
        });
    }

    /** What can be done to several at once, over the table as long as several are selected. */
    private void showSelection() {
        List<Device> chosen = chosen();
        boolean several = chosen.size() > 1;
        selection.setVisible(several);
        selection.setManaged(several);
        if (!several) {
            selection.getChildren().clear();
            return;
        }
        Label count = new Label(words.count("devices.selected", chosen.size()));
        count.getStyleClass().add("strong");
        selection
                .getChildren()
                .setAll(
                        count,
                        Card.spacer(),
                        small(
                                "test-many",
                                Key.TEST.on(words, words.get("devices.test-many", "count", chosen.size())),
                                this::test),
                        small(
                                "push-many",
                                Key.PUSH.on(words, words.count("devices.push-many", chosen.size())),
                                this::push),
                        small("edit-many", Key.EDIT.on(words, words.get("devices.edit")), this::edit),
                        small("remove-many", Key.REMOVE.on(words, words.get("devices.remove")), this::remove));
    }

    private static Button small(String id, String text, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.getStyleClass().add(Styles.SMALL);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /** The same under the right mouse button, and by the menu key. */
    private ContextMenu menu() {
        ContextMenu menu = new ContextMenu();
        menu.setOnShowing(_ -> menu.getItems()
                .setAll(shortcuts().stream()
                        .filter(shortcut -> !shortcut.isFree())
                        .map(shortcut -> {
                            MenuItem item = new MenuItem(shortcut.label() + "  " + shortcut.display(words));
                            item.setOnAction(_ -> shortcut.action().run());
                            return item;
                        })
                        .toList()));
        menu.getItems().add(new MenuItem()); // an empty menu would not come up
        return menu;
    }

    private Node[] buttons() {
        Button test = new Button(Key.TEST.on(words, words.get("devices.test")));
        test.getStyleClass().add(Styles.ACCENT);
        test.setOnAction(_ -> test());
        Button watch = new Button(Key.LIVE.on(words, words.get("watch.title")));
        watch.setId("watch-device");
        watch.setOnAction(_ -> watch());
        int count = chosen().size();
        Button push = new Button(
                Key.PUSH.on(words, count > 1 ? words.count("devices.push-many", count) : words.get("devices.push")));
        push.setOnAction(_ -> push());
        Button edit = new Button(Key.EDIT.on(words, words.get("devices.edit")));
        edit.setId("edit-device");
        edit.setOnAction(_ -> edit());
        Button credential = new Button(Key.CREDENTIAL.on(words, words.get("devices.change")));
        credential.setId("change-credential");
        credential.setOnAction(_ -> change());
        Button remove = new Button(Key.REMOVE.on(words, words.get("devices.remove")));
        remove.setOnAction(_ -> remove());
        List<Node> buttons = new ArrayList<>(List.of(test, watch, push, edit, credential));
        devices.selected().get().flatMap(row -> Exportable.of(row.device())).ifPresent(what -> {
            Button files = new Button(Key.EXPORT.on(words, words.get("export.button")));
            files.setId("export-device");
            files.setOnAction(_ -> export.open(what));
            buttons.add(files);
        });
        buttons.add(remove);
        return buttons.toArray(Node[]::new);
    }

    private Node content() {
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox panel = new VBox(table);
        panel.getStyleClass().add("panel");
        HBox.setHgrow(panel, Priority.ALWAYS);
        side.setMinWidth(DETAILS_WIDTH);
        side.setMaxWidth(DETAILS_WIDTH);
        HBox columns = new HBox(panel, side);
        columns.getStyleClass().add("columns");
        VBox.setVgrow(columns, Priority.ALWAYS);
        VBox screen = new VBox(bar, selection, ProblemBox.following(words, devices.problem()), columns);
        screen.getStyleClass().addAll("screen", "devices");
        screen.getStylesheets().add(StyleSheets.of(DevicesScreen.class, "devices.css"));
        return screen;
    }

    private Node empty() {
        Button create = new Button(Key.NEW.on(words, words.get("devices.new")));
        create.getStyleClass().add(Styles.ACCENT);
        create.setOnAction(_ -> create());
        Button files = new Button(Key.IMPORT.on(words, words.get("importing.button")));
        files.setOnAction(_ -> importing.open());
        return new EmptyState(words.get("devices.empty.title"), words.get("devices.empty.text"), create, files);
    }
}
