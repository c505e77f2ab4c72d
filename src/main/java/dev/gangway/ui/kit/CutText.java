package dev.gangway.ui.kit;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;

/** Shows text that had to be cut whole in a tooltip, wherever in a window it is. For the UI thread alone. */
public final class CutText {
    private CutText() {}

    /** From now on whatever is cut in this scene has a tooltip as soon as the mouse comes over it. */
    public static void explain(Scene scene) {
        scene.addEventFilter(MouseEvent.MOUSE_MOVED, event -> {
            if (event.getTarget() instanceof Node node) {
                explain(node);
            }
        });
    }

    /** Gives the text around a node a tooltip, where it is cut and has none. */
    static void explain(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof Labeled labeled && isCut(labeled)) {
                if (labeled.getTooltip() == null) {
                    Tooltip whole = new Tooltip();
                    whole.textProperty().bind(labeled.textProperty()); // cells take another row's text
                    labeled.setTooltip(whole);
                }
                return;
            }
        }
    }

    /** Whether less than its text is shown, once it has been laid out. */
    public static boolean isCut(Labeled labeled) {
        String text = labeled.getText();
        return text != null && !text.isBlank() && !shown(labeled).equals(text);
    }

    /** What of its text is shown, with an ellipsis where it is cut. */
    public static String shown(Labeled labeled) {
        return labeled.getChildrenUnmodifiable().stream()
                .filter(Text.class::isInstance)
                .map(child -> ((Text) child).getText())
                .findFirst()
                .orElseGet(labeled::getText);
    }
}
