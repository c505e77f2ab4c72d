package dev.gangway.ui.settings;

import java.util.function.Function;
import javafx.util.StringConverter;

/** Words for the values of a box that nobody types into. */
final class OneWay<T> extends StringConverter<T> {
    private final Function<T, String> say;

    OneWay(Function<T, String> say) {
        this.say = say;
    }

    @Override
    public String toString(T value) {
        return value == null ? "" : say.apply(value);
    }

    @Override
    public T fromString(String text) {
        throw new UnsupportedOperationException("the box is not editable");
    }
}
