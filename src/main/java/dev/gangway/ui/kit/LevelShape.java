package dev.gangway.ui.kit;

import javafx.scene.layout.Region;

/** The shape of a level, drawn by the style sheet: dot, tick, triangle, cross or dash. */
public final class LevelShape extends Region {
    /** Makes one. */
    public LevelShape(Level level) {
        getStyleClass().addAll("level-shape", level.styleClass());
    }
}
