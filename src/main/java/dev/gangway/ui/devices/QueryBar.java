package dev.gangway.ui.devices;

import atlantafx.base.theme.Styles;
import dev.gangway.ui.kit.Card;
import dev.gangway.ui.kit.Chip;
import dev.gangway.ui.kit.Key;
import dev.gangway.ui.text.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** Title of the list, what it is filtered by, and the button for a new device. */
final class QueryBar extends HBox {
    private final Words words;
    private final TextField filter = new TextField();

    QueryBar(Words words, DevicesViewModel devices, Runnable create, Runnable importing) {
        this.words = words;
        getStyleClass().add("screen-bar");
        Label title = new Label(words.get("devices.title"));
        title.getStyleClass().add("screen-title");
        Chip count = Chip.plain("");
        devices.visible().addListener((ListChangeListener<DeviceRow>) _ -> count.setText(count(devices)));
        filter.setPromptText(words.get("devices.filter.prompt"));
        filter.setAccessibleText(words.get("devices.filter"));
        filter.setPrefWidth(280);
        filter.textProperty().addListener((_, _, text) -> devices.ask(query -> query.withText(text)));
        devices.query().addListener((_, _, query) -> {
            if (!filter.getText().equals(query.text())) {
                filter.setText(query.text());
            }
        });
        MenuButton kinds = menu(
                "devices.by-credential",
                Arrays.asList(CredentialKind.values()),
                kind -> words.get(kind.words()),
                kind -> devices.ask(query -> query.withKind(kind)));
        MenuButton states = menu(
                "devices.by-state",
                Arrays.asList(StateFilter.values()),
                state -> words.get("devices.state." + state),
                state -> devices.ask(query -> query.withState(state)));
        Button newDevice = new Button(Key.NEW.on(words, words.get("devices.new")));
        newDevice.getStyleClass().add(Styles.ACCENT);
        newDevice.setOnAction(_ -> create.run());
        Button files = new Button(Key.IMPORT.on(words, words.get("importing.button")));
        files.setId("import-button");
        files.setMinWidth(USE_PREF_SIZE);
        files.setOnAction(_ -> importing.run());
        for (Control whole : List.of(title, kinds, states, newDevice)) {
            whole.setMinWidth(USE_PREF_SIZE); // the filter gives way
        }
        getChildren().addAll(title, count, Card.spacer(), filter, kinds, states, files, newDevice);
    }

    void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }

    private String count(DevicesViewModel devices) {
        String shown = words.formats().number(devices.visible().size());
        return devices.query().get().isFiltering()
                ? words.get(
                        "devices.count.of",
                        "shown",
                        shown,
                        "all",
                        words.formats().number(devices.total()))
                : shown;
    }

    private <E extends Enum<E>> MenuButton menu(
            String key, List<E> choices, Function<E, String> label, Consumer<Optional<E>> onChosen) {
        MenuButton menu = new MenuButton(words.get(key));
        ToggleGroup group = new ToggleGroup();
        RadioMenuItem any = item(words.get("devices.any"), group, () -> {
            menu.setText(words.get(key));
            onChosen.accept(Optional.empty());
        });
        any.setSelected(true);
        menu.getItems().add(any);
        for (E choice : choices) {
            menu.getItems().add(item(label.apply(choice), group, () -> {
                menu.setText(label.apply(choice));
                onChosen.accept(Optional.of(choice));
            }));
        }
        return menu;
    }

    private static RadioMenuItem item(String text, ToggleGroup group, Runnable chosen) {
        RadioMenuItem item = new RadioMenuItem(text);
        item.setToggleGroup(group);
        item.setOnAction(_ -> chosen.run());
        return item;
    }
}
