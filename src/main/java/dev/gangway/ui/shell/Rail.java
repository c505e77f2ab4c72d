package dev.gangway.ui.shell;

import dev.gangway.ui.kit.Card;
import dev.gangway.ui.kit.Key;
import dev.gangway.ui.kit.Screen;
import dev.gangway.ui.text.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The screens, one below the other, in groups; the one in view is marked. */
final class Rail extends VBox {
    private static final KeyCombination ENTER = new KeyCodeCombination(KeyCode.ENTER);

    private final Words words;
    private final ToggleGroup toggles = new ToggleGroup();
    private final Map<String, ToggleButton> buttons = new LinkedHashMap<>();
    private final Consumer<String> onOpen;
    private Consumer<Node> reveal = entry -> {};

    /** Makes one; {@code onOpen} gets the id of the screen that was asked for. */
    Rail(Words words, List<RailGroup> groups, Consumer<String> onOpen) {
        this.words = words;
        this.onOpen = onOpen;
        getStyleClass().add("rail");
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
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

    /** The arrow keys go up and down, and Enter opens; JavaFX alone would mark a screen that is not in view. */
    private void key(KeyEvent event) {
        List<ToggleButton> all = List.copyOf(buttons.values());
        int at = all.indexOf(event.getTarget());
        int to = switch (event.getCode()) {
            case UP, LEFT -> Math.max(0, at - 1);
            case DOWN, RIGHT -> Math.min(all.size() - 1, at + 1);
            case HOME -> 0;
            case END -> all.size() - 1;
            default -> -1;
        };
        if (at >= 0 && to >= 0) {
            all.get(to).requestFocus();
            event.consume();
        }
    }

    /** Who brings the marked screen's entry into view, where not all have room. */
    void onMark(Consumer<Node> brings) {
        reveal = brings;
    }

    /** Marks the screen in view. */
    void mark(String id) {
        ToggleButton button = buttons.get(id);
        if (button != null) {
            button.setSelected(true);
            reveal.accept(button);
        }
    }

    private ToggleButton button(Screen screen, int number) {
        Label name = new Label(screen.title());
        name.setMinWidth(USE_PREF_SIZE);
        Label keys = new Label(Key.display(words, Shortcuts.screenKeys(number)).replace(words.get("key.shift"), "⇧"));
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
        button.setOnKeyPressed(event -> {
            if (ENTER.match(event)) { // with a modifier it is the screen's
                button.fire();
                event.consume();
            }
        });
        button.setOnAction(event -> {
            button.setSelected(true);
            onOpen.accept(screen.id());
        });
        buttons.put(screen.id(), button);
        return button;
    }
}
