package dev.gangway.ui.station;

import atlantafx.base.theme.Styles;
import dev.gangway.ui.kit.Dialogs;
import dev.gangway.ui.kit.FormField;
import dev.gangway.ui.kit.Panel;
import dev.gangway.ui.text.Words;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Asks why, before something is done to a unit that has to be accounted for: it goes into log or record. */
final class ReasonPanel {
    private ReasonPanel() {}

    /**
     * Asks for the serial number, where nothing is suggested or it may be another, and the reason.
     *
     * @param key of the words: {@code station.retest}, {@code station.reprint} or {@code station.release}
     * @param serials to choose among; the first is suggested
     * @param then gets serial number and reason
     */
    static void ask(Words words, Dialogs dialogs, String key, List<String> serials, BiConsumer<String, String> then) {
        TextField reason = new TextField();
        reason.setId("station-reason");
        ListView<String> units = new ListView<>();
        units.setId("station-units");
        units.setAccessibleText(words.get("station.column.serial"));
        units.getItems().setAll(serials);
        units.getSelectionModel().selectFirst();
        units.setPrefHeight(Math.min(200, 46 * serials.size() + 4));
        units.setFixedCellSize(44);
        units.setCellFactory(view -> new ListCell<>() {
            @Override
            protected void updateItem(@Nullable String serial, boolean empty) {
                super.updateItem(serial, empty);
                setText(empty ? "" : serial);
            }
        });
        Label text = new Label(words.get(key + ".text"));
        text.setWrapText(true);
        text.setMinHeight(Label.USE_PREF_SIZE);
        VBox form = new VBox(text);
        if (serials.size() > 1) {
            form.getChildren().add(units);
        } else {
            Label only = new Label(serials.getFirst());
            only.getStyleClass().add("strong");
            form.getChildren().add(only);
        }
        form.getChildren().add(new FormField(words.get("station.reason"), reason));
        form.getStyleClass().add("form");
        Button cancel = new Button(words.get("dialog.cancel"));
        cancel.setCancelButton(true);
        cancel.setOnAction(event -> dialogs.close());
        Button action = new Button(words.get(key + ".action"));
        action.setId("station-reasoned");
        action.getStyleClass().add(Styles.ACCENT);
        action.setDefaultButton(true);
        action.disableProperty().bind(reason.textProperty().map(String::isBlank));
        action.setOnAction(event -> {
            String serial = units.getSelectionModel().getSelectedItem();
            dialogs.close();
            then.accept(serial, reason.getText().strip());
        });
        dialogs.show(new Panel(words.get(key), form, cancel, action).touch());
    }
}
