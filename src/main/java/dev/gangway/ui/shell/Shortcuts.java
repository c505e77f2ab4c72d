package dev.gangway.ui.shell;

import dev.gangway.ui.kit.Panel;
import dev.gangway.ui.kit.Screen;
import dev.gangway.ui.kit.Shortcut;
import dev.gangway.ui.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
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

    private final Scene scene;
    private final BooleanSupplier paused;
    private final List<Shortcut> everywhere;
    private List<Shortcut> here = List.of();

    /** Those that hold everywhere; while {@code paused}, for example under a dialog, none does anything. */
    Shortcuts(Scene scene, List<Shortcut> everywhere, BooleanSupplier paused) {
        this.scene = scene;
        this.paused = paused;
        this.everywhere = everywhere;
        everywhere.forEach(this::put);
    }

    /** The keys that open the screen with this number, from 1. */
    static KeyCombination screenKeys(int number) {
        return KeyCombination.valueOf("Shortcut+" + number);
    }

    /** Puts those of this screen in place of those of the last one. */
    void show(Screen screen) {
        here.forEach(shortcut -> scene.getAccelerators().remove(shortcut.keys()));
        here = screen.shortcuts();
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

    private void put(Shortcut shortcut) {
        scene.getAccelerators().put(shortcut.keys(), () -> {
            if (!paused.getAsBoolean()) {
                shortcut.action().run();
            }
        });
    }
}
