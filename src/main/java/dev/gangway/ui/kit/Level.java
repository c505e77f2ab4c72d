package dev.gangway.ui.kit;

import dev.gangway.bench.event.Severity;
import java.util.Locale;

/** How good or bad something is; each has a colour and a shape of its own, so that neither alone carries meaning. */
public enum Level {
    /** Something to know: a dot. */
    INFO,
    /** Good: a tick. */
    OK,
    /** Soon a problem: a triangle. */
    WARNING,
    /** A problem: a cross. */
    BAD,
    /** Nothing to say: a dash. */
    NEUTRAL;

    /** The one that shows how an event of a timeline is marked. */
    public static Level of(Severity severity) {
        return switch (severity) {
            case PLAIN -> NEUTRAL;
            case GOOD -> OK;
            case WARNING -> WARNING;
            case BAD -> BAD;
        };
    }

    /** The style class of everything that shows this level, for example {@code level-ok}. */
    public String styleClass() {
        return "level-" + name().toLowerCase(Locale.ROOT);
    }

    /** Gives a node the style class of this level, and takes that of any other. */
    public void applyTo(javafx.css.Styleable node) {
        for (Level other : values()) {
            node.getStyleClass().remove(other.styleClass());
        }
        node.getStyleClass().add(styleClass());
    }
}
