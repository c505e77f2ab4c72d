package dev.gangway.ui.bench.options;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Something that people type, and what it means, as they type. For the UI thread alone. */
final class Typed<T> {
    private final StringProperty text;
    private final Function<String, Optional<T>> parser;
    private final String hint;

    /**
     * Creates one.
     *
     * @param initial as people would type it
     * @param parser empty where the text means nothing
     * @param hint key of the words that say what may be typed
     */
    Typed(String initial, Function<String, Optional<T>> parser, String hint) {
        this.text = new SimpleStringProperty(initial);
        this.parser = parser;
        this.hint = hint;
    }

    /** What was typed. */
    StringProperty text() {
        return text;
    }

    /** Key of the words that say what may be typed. */
    String hint() {
        return hint;
    }

    /** What it means; empty where it means nothing. */
    Optional<T> value() {
        return parser.apply(text.get().strip());
    }
}
