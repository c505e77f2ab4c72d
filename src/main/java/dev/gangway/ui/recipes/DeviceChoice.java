package dev.gangway.ui.recipes;

import atlantafx.base.theme.Styles;
import dev.gangway.device.Device;
import dev.gangway.ui.kit.Panel;
import dev.gangway.ui.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Chooses the device of which a recipe is made; the one that came on board last stands first. */
final class DeviceChoice {
    private final Words words;
    private final FilteredList<Device> devices;
    private final Runnable close;
    private final Consumer<Device> chosen;
    private final ListView<Device> list = new ListView<>();

    DeviceChoice(Words words, List<Device> devices, Runnable close, Consumer<Device> chosen) {
        this.words = words;
        this.devices = new FilteredList<>(FXCollections.observableArrayList(devices));
        this.close = close;
        this.chosen = chosen;
    }

    Panel panel() {
        TextField filter = new TextField();
        filter.setId("recipe-device-filter");
        filter.setPromptText(words.get("recipes.device.filter"));
        filter.setAccessibleText(words.get("recipes.device.filter"));
        filter.textProperty().addListener((property, was, is) -> {
            String part = is.strip().toLowerCase(Locale.ROOT);
            devices.setPredicate(
                    device -> device.name().toLowerCase(Locale.ROOT).contains(part));
            list.getSelectionModel().selectFirst();
        });
        filter.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN) {
                list.requestFocus();
                event.consume();
            }
        });
        list.setItems(devices);
        list.setAccessibleText(words.get("recipes.device.title"));
        list.setPrefHeight(260);
        list.setCellFactory(view -> new ListCell<>() {
            @Override
            protected void updateItem(@Nullable Device device, boolean empty) {
                super.updateItem(device, empty);
                setText(empty || device == null ? "" : device.name() + "  ·  " + device.profile());
            }
        });
        list.getSelectionModel().selectFirst();
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                choose();
            }
        });
        Button cancel = new Button(words.get("dialog.cancel"));
        cancel.setCancelButton(true);
        cancel.setOnAction(event -> close.run());
        Button make = new Button(words.get("recipes.device.make"));
        make.setId("recipe-of-device");
        make.setDefaultButton(true);
        make.getStyleClass().add(Styles.ACCENT);
        make.disableProperty()
                .bind(list.getSelectionModel().selectedItemProperty().isNull());
        make.setOnAction(event -> choose());
        VBox box = new VBox(filter, list);
        box.getStyleClass().add("form");
        return new Panel(words.get("recipes.device.title"), box, cancel, make);
    }

    private void choose() {
        Optional.ofNullable(list.getSelectionModel().getSelectedItem()).ifPresent(chosen);
    }
}
