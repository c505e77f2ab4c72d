package dev.gangway.ui.kit;

import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
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

    /** Scrolls as far as it takes to have a part of the content in view. */
    public void reveal(Node part) {
        reveal(this, part);
    }

    /** The same for any pane; its content has to be laid out. */
    public static void reveal(ScrollPane pane, Node part) {
        double room = pane.getViewportBounds().getHeight();
        double beyond = pane.getContent().getLayoutBounds().getHeight() - room;
        if (beyond <= 0) {
            return;
        }
        Bounds wanted = pane.getContent().sceneToLocal(part.localToScene(part.getLayoutBounds()));
        double top = pane.getVvalue() * beyond;
        if (wanted.getMinY() < top) {
            pane.setVvalue(wanted.getMinY() / beyond);
        } else if (wanted.getMaxY() > top + room) {
            pane.setVvalue((wanted.getMaxY() - room) / beyond);
        }
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
