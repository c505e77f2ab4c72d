package dev.gangway.ui.devices;

import atlantafx.base.theme.Styles;
import dev.gangway.ui.kit.Key;
import dev.gangway.ui.text.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** What can be done to several devices at once; there as long as several are selected. */
final class SelectionBar extends HBox {
    /** Wider than any window: the buttons wrap only where the row ends. */
    private static final double WHOLE_ROW = 4000;

    private final Words words;
    private final Label count = new Label();
    private final Button test;
    private final Button push;

    SelectionBar(Words words, DeviceActions actions) {
        this.words = words;
        getStyleClass().addAll("button-row", "selection-bar");
        count.getStyleClass().add("strong");
        count.setMinWidth(USE_PREF_SIZE);
        test = button("test-many", actions::test);
        push = button("push-many", actions::push);
        FlowPane buttons = new FlowPane(
                test,
                push,
                button("edit-many", Key.EDIT, "devices.edit", actions::edit),
                button("renew-many", Key.RENEW, "devices.renew", actions::renew),
                button("export-many", Key.EXPORT, "export.button", actions::export),
                button("remove-many", Key.REMOVE, "devices.remove", actions::remove));
        buttons.getStyleClass().add("detail-buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.setPrefWrapLength(WHOLE_ROW);
        HBox.setHgrow(buttons, Priority.ALWAYS);
        getChildren().addAll(count, buttons);
        show(0);
    }

    /** So many are selected. */
    void show(int chosen) {
        setVisible(chosen > 1);
        setManaged(chosen > 1);
        count.setText(words.count("devices.selected", chosen));
        test.setText(Key.TEST.on(words, words.get("devices.test-many", "count", chosen)));
        push.setText(Key.PUSH.on(words, words.count("devices.push-many", chosen)));
    }

    private Button button(String id, Key key, String label, Runnable action) {
        Button button = button(id, action);
        button.setText(key.on(words, words.get(label)));
        return button;
    }

    private static Button button(String id, Runnable action) {
        Button button = new Button();
        button.setId(id);
        button.getStyleClass().add(Styles.SMALL);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
