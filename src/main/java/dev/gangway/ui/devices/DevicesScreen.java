package dev.gangway.ui.devices;

import atlantafx.base.theme.Styles;
import dev.gangway.device.Device;
import dev.gangway.transfer.exporting.Exportable;
import dev.gangway.ui.kit.Card;
import dev.gangway.ui.kit.EmptyState;
import dev.gangway.ui.kit.Key;
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
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.MultipleSelectionModel;
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
    private final ImportDialog importing;
    private final DeviceActions actions;
    private final DeviceTable table;
    private final QueryBar bar;
    private final DetailsPanel details;
    private final Card side;
    private final StackPane root = new StackPane();
    private final SelectionBar selection;
    private boolean following;
    private boolean wantsFocus;
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
        this.importing = importing;
        table = new DeviceTable(words, devices, clock);
        actions = new DeviceActions(around, devices, change, export, this::chosen);
        selection = new SelectionBar(words, actions);
        bar = new QueryBar(words, devices, this::create, importing::open);
        details = new DetailsPanel(around, clock);
        ScrollPane scroll = new ScrollPane(details);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        side = new Card("", scroll);
        newDevice.onMade(id -> devices.load(List.of(id)));
        change.onMade(id -> devices.load(List.of(id)));
        nothingFound.getStyleClass().add("muted");
        table.setPlaceholder(nothingFound);
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<DeviceRow>) _ -> {
            if (following) {
                return; // the table follows what is chosen, and not the other way round
            }
            devices.choose(
                    table.getSelectionModel().getSelectedItems(),
                    table.getSelectionModel().getSelectedItem());
            selection.show(chosen().size());
        });
        table.setContextMenu(menu());
        devices.onFilled(this::followSelection);
        devices.selected().addListener(_ -> showDetails());
        devices.details().addListener(_ -> showDetails());
        devices.visible().addListener((ListChangeListener<DeviceRow>) _ -> showRows());
        devices.loaded().addListener(_ -> showRows());
        root.getChildren().setAll(content(), empty());
        showDetails();
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
        devices.load(List.of());
        wantsFocus = true;
        focusTable();
    }

    @Override
    public void select(String subject) {
        table.getSelectionModel().clearSelection();
        devices.ask(query -> DeviceQuery.all());
        devices.load(Stream.of(subject.split(",")).map(UUID::fromString).toList());
    }

    @Override
    public List<Shortcut> shortcuts() {
        List<Shortcut> all = new ArrayList<>();
        all.add(Shortcut.free(Key.NEW, words.get("devices.new"), this::create));
        all.addAll(actions.shortcuts());
        all.add(Shortcut.free(Key.FIND, words.get("devices.filter"), bar::focusFilter));
        return List.copyOf(all);
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

    private List<Device> chosen() {
        return new ArrayList<>(table.getSelectionModel().getSelectedItems())
                .stream().map(DeviceRow::device).toList();
    }

    private void showRows() {
        boolean none = devices.loaded().get() && devices.total() == 0;
        root.getChildren().get(0).setVisible(!none);
        root.getChildren().get(1).setVisible(none);
        focusTable();
        nothingFound.setText(words.get(devices.loaded().get() ? "devices.none-found" : "devices.loading"));
    }

    /** Once there is a table to be seen: before that it cannot have the keyboard. */
    private void focusTable() {
        if (wantsFocus
                && root.getChildren().getFirst().isVisible()
                && devices.loaded().get()) {
            wantsFocus = false;
            table.requestFocus();
        }
    }

    /** The table forgets its selection with its rows; the view model does not. */
    private void followSelection() {
        List<Integer> places = devices.chosenPlaces();
        MultipleSelectionModel<DeviceRow> model = table.getSelectionModel();
        if (!places.equals(model.getSelectedIndices().stream().sorted().toList())) {
            following = true;
            model.clearSelection();
            model.selectIndices(
                    places.isEmpty() ? -1 : places.getFirst(),
                    places.stream().skip(1).mapToInt(Integer::intValue).toArray());
            following = false;
            if (places.size() == 1) {
                table.scrollTo(Math.max(0, places.getFirst() - 5));
            }
        }
        selection.show(places.size());
    }

    private void showDetails() {
        Optional<DeviceRow> row = devices.selected().get();
        side.setVisible(row.isPresent());
        side.setManaged(row.isPresent());
        row.map(DeviceRow::device).ifPresent(device -> {
            side.title(device.name());
            details.show(device, devices.details().get(), buttons(device));
        });
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

    private Node[] buttons(Device device) {
        List<Node> buttons = new ArrayList<>();
        buttons.add(button(Key.TEST, "devices.test", "test-device", actions::test));
        buttons.getFirst().getStyleClass().add(Styles.ACCENT);
        buttons.add(button(Key.LIVE, "watch.title", "watch-device", actions::watch));
        buttons.add(button(Key.PUSH, "devices.push", "push-device", actions::push));
        buttons.add(button(Key.EDIT, "devices.edit", "edit-device", actions::edit));
        buttons.add(button(Key.CREDENTIAL, "devices.change", "change-credential", actions::change));
        if (Exportable.of(device).isPresent()) {
            buttons.add(button(Key.RENEW, "devices.renew", "renew-device", actions::renew));
            buttons.add(button(Key.EXPORT, "export.button", "export-device", actions::export));
        }
        buttons.add(button(Key.REMOVE, "devices.remove", "remove-device", actions::remove));
        return buttons.toArray(Node[]::new);
    }

    private Button button(Key key, String label, String id, Runnable action) {
        Button button = new Button(key.on(words, words.get(label)));
        button.setId(id);
        button.setOnAction(_ -> action.run());
        return button;
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
