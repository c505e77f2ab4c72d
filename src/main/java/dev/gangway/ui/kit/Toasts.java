package dev.gangway.ui.kit;

/** Says something in passing, at the edge of the window. Used on the UI thread only. */
@FunctionalInterface
public interface Toasts {
    /** Shows a sentence for some seconds. */
    void show(Level level, String sentence);
}
