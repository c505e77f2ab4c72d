package dev.gangway.ui.kit;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Shows where the keyboard is, the same way on every control: a ring in two colours around it, so that one of them
 * stands out on any ground. It shows after a key and goes after a click, as browsers do ({@code :focus-visible}).
 * Lies over everything else in the window. UI thread only.
 */
public final class FocusRing extends Region {
    private static final double GAP = 2;
    private boolean byKeyboard = true;

    /** Shows nothing yet. */
    public FocusRing() {
        getStyleClass().add("focus-ring");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
    }

    /** Follows the focus of this scene, in which it must lie. */
    public void follow(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, _ -> byKeyboard = true);
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> byKeyboard = false);
        scene.addPostLayoutPulseListener(() -> place(scene.getFocusOwner()));
    }

    private void place(@Nullable Node focused) {
        Bounds shown = focused == null || !byKeyboard || focused == getScene().getRoot()
                ? new BoundingBox(0, 0, 0, 0)
                : inView(focused);
        boolean visible = shown.getWidth() > 0 && shown.getHeight() > 0;
        if (visible) {
            Bounds here = getParent().sceneToLocal(shown);
            resizeRelocate(
                    Math.rint(Math.max(0, here.getMinX() - GAP)),
                    Math.rint(Math.max(0, here.getMinY() - GAP)),
                    Math.rint(here.getWidth() + 2 * GAP),
                    Math.rint(here.getHeight() + 2 * GAP));
        }
        if (visible != isVisible()) {
            setVisible(visible);
        }
    }

    /** As much of it as what scrolls leaves in view, in the scene. */
    private static Bounds inView(Node node) {
        Bounds seen = node.localToScene(node.getLayoutBounds());
        for (Parent at = node.getParent(); at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return new BoundingBox(0, 0, 0, 0);
            }
            if (at.getClip() != null) {
                seen = common(seen, at.localToScene(at.getClip().getBoundsInParent()));
            }
        }
        return seen;
    }

    private static Bounds common(Bounds one, Bounds two) {
        double left = Math.max(one.getMinX(), two.getMinX());
        double top = Math.max(one.getMinY(), two.getMinY());
        double width = Math.min(one.getMaxX(), two.getMaxX()) - left;
        double height = Math.min(one.getMaxY(), two.getMaxY()) - top;
        return new BoundingBox(left, top, Math.max(0, width), Math.max(0, height));
    }
}
