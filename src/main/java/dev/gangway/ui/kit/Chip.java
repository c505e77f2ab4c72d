package dev.gangway.ui.kit;

import javafx.scene.control.Label;

/** A word on a coloured ground with a shape before it. */
public final class Chip extends Label {
    /** Makes one. */
    public Chip(Level level, String text) {
        getStyleClass().add("chip");
        setMinWidth(USE_PREF_SIZE);
        show(level, text);
    }

    /** A quiet chip without a shape, for counts and attributes. */
    public static Chip plain(String text) {
        Chip chip = new Chip(Level.NEUTRAL, text);
        chip.setGraphic(null);
        return chip;
    }

    /** Changes what it says. */
    public void show(Level level, String text) {
        level.applyTo(this);
        setText(text);
        setGraphic(new LevelShape(level));
    }
}
