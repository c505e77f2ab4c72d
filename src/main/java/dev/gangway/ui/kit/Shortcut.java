package dev.gangway.ui.kit;

import dev.gangway.ui.text.Words;
import javafx.scene.input.KeyCombination;

/**
 * Something that can be done on a screen: by its keys while the screen is in view, and by its name from the search.
 *
 * @param keys which do it; {@link KeyCombination#NO_MATCH} where none do
 * @param label what it does, in words
 * @param also other words that people look for it by; empty where the label says all
 * @param isFree whether it needs nothing that is selected, so that it may be done without looking at the screen first
 * @param action does it, on the UI thread
 */
public record Shortcut(KeyCombination keys, String label, String also, boolean isFree, Runnable action) {
    /** What is done to what is selected or in view. */
    public static Shortcut of(Key key, String label, Runnable action) {
        return new Shortcut(key.keys(), label, "", false, action);
    }

    /** What needs no selection. */
    public static Shortcut free(Key key, String label, Runnable action) {
        return new Shortcut(key.keys(), label, "", true, action);
    }

    /** What has no key. */
    public static Shortcut named(String label, boolean isFree, Runnable action) {
        return new Shortcut(KeyCombination.NO_MATCH, label, "", isFree, action);
    }

    /** The same, found by these words too. */
    public Shortcut foundBy(String words) {
        return new Shortcut(keys, label, words, isFree, action);
    }

    /** Whether keys do it. */
    public boolean hasKeys() {
        return keys != KeyCombination.NO_MATCH;
    }

    /** Whether these keys do it. JavaFX takes having none for equal to any keys without Ctrl, Shift and Alt. */
    public boolean isBy(KeyCombination others) {
        return hasKeys() && keys.equals(others);
    }

    /** The keys as people read them, for example {@code Ctrl+N}; empty where there are none. */
    public String display(Words words) {
        return Key.display(words, keys);
    }
}
