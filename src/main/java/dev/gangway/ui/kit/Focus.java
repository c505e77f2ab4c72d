package dev.gangway.ui.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Where the keyboard is. Used on the UI thread only. */
public final class Focus {
    private Focus() {}

    /** Whether the keyboard is in this part of the window. */
    public static boolean isIn(Node part) {
        Scene scene = part.getScene();
        return scene != null && scene.getFocusOwner() != null && isInside(scene.getFocusOwner(), part);
    }

    /** Moves the keyboard to the first place in this part that takes it, unless it is there already, in view. */
    public static void moveInto(Node part) {
        boolean there = isIn(part) && isShown(part.getScene().getFocusOwner());
        if (part.getScene() != null && !there) {
            part.applyCss(); // content that scrolls is not below its pane before that
            if (part instanceof Parent parent) {
                parent.layout();
            }
            stops(part).stream().findFirst().ifPresent(Node::requestFocus);
        }
    }

    /** The places in this part at which Tab stops now, in the order in which they stand. */
    public static List<Node> stops(Node part) {
        List<Node> found = new ArrayList<>();
        collect(part, found);
        return found;
    }

    /** Has Tab leave text of several lines, too, where it would write a tab: nobody could come out again. */
    public static void letTabLeave(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.TAB
                    && !key.isShortcutDown()
                    && !key.isAltDown()
                    && scene.getFocusOwner() instanceof TextArea text) {
                text.requestFocusTraversal(key.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
                key.consume();
            }
        });
    }

    private static void collect(Node node, List<Node> into) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node.isFocusTraversable()) {
            into.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, into));
        }
    }

    /** Whether a node is another one or a part of it. */
    public static boolean isInside(Node node, Node part) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == part) {
                return true;
            }
        }
        return false;
    }

    /** Whether the keyboard cannot stay there: it was taken out of the window, is out of view, or is disabled. */
    public static boolean isGone(Node node) {
        return node.getScene() == null || !isShown(node) || node.isDisabled();
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
