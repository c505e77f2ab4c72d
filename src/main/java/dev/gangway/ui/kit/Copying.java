package dev.gangway.ui.kit;

import dev.gangway.ui.text.Words;
import java.util.function.Function;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Control;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Copying what is selected: by Ctrl+C, or from the menu under the right mouse button. */
public final class Copying {
    private static final KeyCombination COPY = KeyCodeCombination.valueOf("Shortcut+C");

    private Copying() {}

    /** What can be copied; {@code action} does it. */
    public record Item(String label, Runnable action) {}

    /** Has a control copy; Ctrl+C does the first. */
    public static void of(Control control, Item first, Item... others) {
        MenuItem main = item(first);
        main.setAccelerator(COPY);
        ContextMenu menu = new ContextMenu(main);
        for (Item other : others) {
            menu.getItems().add(item(other));
        }
        control.setContextMenu(menu);
        control.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (COPY.match(key)) {
                first.action().run();
                key.consume();
            }
        });
    }

    /** Has a table copy its selected row. */
    public static <T> void rows(TableView<T> table, Words words, SecretClipboard clipboard, Function<T, String> text) {
        of(table, new Item(words.get("event.copy.row"), () -> {
            T row = table.getSelectionModel().getSelectedItem();
            if (row != null) {
                clipboard.copy(text.apply(row));
            }
        }));
    }

    private static MenuItem item(Item item) {
        MenuItem entry = new MenuItem(item.label());
        entry.setOnAction(event -> item.action().run());
        return entry;
    }
}
