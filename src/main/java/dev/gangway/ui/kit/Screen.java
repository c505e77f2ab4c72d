package dev.gangway.ui.kit;

import java.util.List;
import javafx.scene.Node;

/** One screen of the window. Used on the UI thread only; made once per unlocked vault. */
public interface Screen {
    /** Stable name, for example {@code devices}; see {@link Navigator}. */
    String id();

    /** What the rail and the window title call it. */
    String title();

    /** Its content; always the same node. */
    Node node();

    /** It came into view: time to refresh, and to give the first field the focus. */
    default void shown() {}

    /** It went out of view. */
    default void hidden() {}

    /** Shows one thing, for example the device with this id; called before {@link #shown}. */
    default void select(String subject) {}

    /** What the keyboard can do here while the screen is in view; F1 lists these and Ctrl+K finds them. */
    default List<Shortcut> shortcuts() {
        return List.of();
    }

    /** The vault is being locked: stop work and let go of secrets. */
    default void close() {}
}
