package dev.gangway.ui.shell;

import dev.gangway.ui.kit.Panel;
import dev.gangway.ui.kit.Screen;
import dev.gangway.ui.kit.Shortcut;
import dev.gangway.ui.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javafx.collections.MapChangeListener;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;

/** What the keyboard can do: everywhere, and on the screen in view. */
final class Shortcuts {
    /** Goes to the search field. */
    static final KeyCombination SEARCH = KeyCombination.valueOf("Shortcut+K");

    /** Imports what is on the clipboard; text fields keep it for themselves. */
    static final KeyCombination PASTE = KeyCombination.valueOf("Shortcut+V");

    /** Locks the vault. */
    static final KeyCombination LOCK = KeyCombination.valueOf("Shortcut+L");

    /** Shows what the keyboard can do. */
    static final KeyCombination HELP = KeyCombination.valueOf("F1");

    private static final KeyCombination ESCAPE = KeyCombination.valueOf("Esc");

    private final Scene scene;
    private final BooleanSupplier paused;
    private final List<Shortcut> everywhere;
    private List<Shortcut> here = List.of();

    /** A dialog takes Escape and Enter for its buttons, and takes them away when it goes. */
    private final MapChangeListener<KeyCombination, Runnable> restore = change -> {
        if (change.wasRemoved() && !change.wasAdded()) {
            all().stream()
                    .filter(shortcut -> shortcut.keys().equals(change.getKey()))
                    .findFirst()
                    .ifPresent(this::put);
        }
    };

    /** A button with a menu keeps Escape for itself, also where the menu is closed. */
    private final EventHandler<KeyEvent> escape = key -> {
        if (key.getCode() == KeyCode.ESCAPE && key.getTarget() instanceof MenuButton button && !button.isShowing()) {
            Runnable action = accelerators().get(ESCAPE);
            if (action != null) {
                action.run();
                key.consume();
            }
        }
    };

    /** Those that hold everywhere; while {@code paused}, for example under a dialog, none does anything. */
    Shortcuts(Scene scene, List<Shortcut> everywhere, BooleanSupplier paused) {
        this.scene = scene;
        this.paused = paused;
        this.everywhere = everywhere;
        everywhere.forEach(this::put);
        scene.getAccelerators().addListener(restore);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, escape);
    }

    /** The keys that open the screen with this number, from 1. */
    static KeyCombination screenKeys(int number) {
        return KeyCombination.valueOf("Shortcut+" + number);
    }

    /** Puts those of this screen in place of those of the last one. */
    void show(Screen screen) {
        List<Shortcut> last = here;
        here = screen.shortcuts();
        last.forEach(shortcut -> scene.getAccelerators().remove(shortcut.keys()));
        everywhere.forEach(this::put);
        here.forEach(this::put);
    }

    /** All that hold now, those of the screen first. */
    List<Shortcut> all() {
        List<Shortcut> all = new ArrayList<>(here);
        all.addAll(everywhere);
        return all;
    }

    /** Takes all of them away. */
    void close() {
        scene.getAccelerators().removeListener(restore);
        scene.removeEventFilter(KeyEvent.KEY_PRESSED, escape);
        all().forEach(shortcut -> scene.getAccelerators().remove(shortcut.keys()));
    }

    /** A table of them. */
    Panel panel(Words words, Runnable close) {
        GridPane table = new GridPane();
        table.getStyleClass().add("shortcut-table");
        int row = 0;
        for (Shortcut shortcut : all()) {
            Label keys = new Label(shortcut.display());
            keys.getStyleClass().add("key-cap");
            table.addRow(row++, keys, new Label(shortcut.label()));
        }
        Button done = new Button(words.get("dialog.close"));
        done.setCancelButton(true);
        done.setDefaultButton(true);
        done.setOnAction(event -> close.run());
        return new Panel(words.get("shortcuts.title"), table, done);
    }

    private Map<KeyCombination, Runnable> accelerators() {
        return scene.getAccelerators();
    }

    private void put(Shortcut shortcut) {
        scene.getAccelerators().put(shortcut.keys(), () -> {
            if (!paused.getAsBoolean()) {
                shortcut.action().run();
            }
        });
    }
}
