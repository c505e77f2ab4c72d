package dev.gangway.ui.kit;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/**
 * Scrolls up and down where there is no room, and otherwise is exactly as high as its content at the width it gets.
 * A plain scroll pane asks wrapped text for the height of a single line.
 */
public final class FittingScroll extends ScrollPane {
    private final Region content;

    /** Makes one without a frame. */
    public FittingScroll(Region content) {
        super(content);
        this.content = content;
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        getStyleClass().add("plain-scroll");
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return content.prefHeight(width) + snappedTopInset() + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }
}
