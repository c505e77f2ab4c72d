package dev.gangway.ui.kit;

import javafx.scene.input.KeyCombination;

/**
 * Something the keyboard can do.
 *
 * @param keys for example {@code KeyCombination.valueOf("Shortcut+N")}
 * @param label what it does, in words
 * @param action does it, on the UI thread
 */
public record Shortcut(KeyCombination keys, String label, Runnable action) {
    /** A shortcut from the keys as JavaFX writes them, for example {@code Shortcut+N} or {@code F5}. */
    public static Shortcut of(String keys, String label, Runnable action) {
        return new Shortcut(KeyCombination.valueOf(keys), label, action);
    }

    /** The keys as people read them, for example {@code Ctrl+N}. */
    public String display() {
        return keys.getDisplayText();
    }
}
