package dev.gangway.ui.shell;

import dev.gangway.ui.kit.Card;
import dev.gangway.ui.kit.Screen;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The screens, one below the other, in groups; the one in view is marked. */
final class Rail extends VBox {
    private final ToggleGroup toggles = new ToggleGroup();
    private final Map<String, ToggleButton> buttons = new HashMap<>();
    private final Consumer<String> onOpen;

    /** Makes one; {@code onOpen} gets the id of the screen that was asked for. */
    Rail(List<RailGroup> groups, Consumer<String> onOpen) {
        this.onOpen = onOpen;
        getStyleClass().add("rail");
        int number = 1;
        for (RailGroup group : groups) {
            if (group.screens().isEmpty()) {
                continue;
            }
            Label heading = new Label(group.heading());
            heading.getStyleClass().add("rail-heading");
            heading.setManaged(!group.heading().isEmpty());
            getChildren().add(heading);
            for (Screen screen : group.screens()) {
                getChildren().add(button(screen, number++));
            }
        }
    }

    /** Marks the screen in view. */
    void mark(String id) {
        ToggleButton button = buttons.get(id);
        if (button != null) {
            button.setSelected(true);
        }
    }

    private ToggleButton button(Screen screen, int number) {
        Label name = new Label(screen.title());
        name.setMinWidth(USE_PREF_SIZE);
        Label keys = new Label(Shortcuts.screenKeys(number).getDisplayText());
        keys.getStyleClass().add("keys");
        HBox row = new HBox(name, Card.spacer(), keys);
        row.setAlignment(Pos.CENTER_LEFT);
        ToggleButton button = new ToggleButton();
        button.setGraphic(row);
        button.setId("rail-" + screen.id());
        button.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
        button.setAccessibleText(screen.title());
        button.setMaxWidth(Double.MAX_VALUE);
        row.prefWidthProperty().bind(button.widthProperty().subtract(24));
        button.getStyleClass().setAll("rail-item");
        button.setToggleGroup(toggles);
        button.setOnAction(event -> {
            button.setSelected(true);
            onOpen.accept(screen.id());
        });
        buttons.put(screen.id(), button);
        return button;
    }
}
