package dev.gangway.ui.bench.options;

import dev.gangway.ui.kit.FormField;
import dev.gangway.ui.text.Words;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Makes the controls of the options. */
final class OptionFields {
    private final Words words;
    private final Runnable changed;

    /** Makes controls in this language; {@code changed} hears of everything that is typed or chosen. */
    OptionFields(Words words, Runnable changed) {
        this.words = words;
        this.changed = changed;
    }

    /** A line of text that is checked as one types; also when what it depends on changes. */
    FormField typed(String name, Typed<?> value, ObservableValue<?>... dependsOn) {
        return typed(name, value, new TextField(), dependsOn);
    }

    /** The same in another control. */
    FormField typed(String name, Typed<?> value, TextInputControl control, ObservableValue<?>... dependsOn) {
        FormField field = text(name, control, value.text(), words.get(value.hint()));
        Runnable check = () -> {
            field.errorProperty().set(value.value().isPresent() ? "" : words.get(value.hint()));
            changed.run();
        };
        value.text().addListener(_ -> check.run());
        for (ObservableValue<?> other : dependsOn) {
            other.addListener(_ -> check.run());
        }
        return field;
    }

    /** Text that cannot be wrong. */
    FormField text(String name, TextInputControl control, StringProperty value, String hint) {
        control.setId("option-" + name);
        control.textProperty().bindBidirectional(value);
        return new FormField(words.get("options." + name), control, hint);
    }

    /** One of a few. */
    <E extends Enum<E>> FormField choice(String name, Class<E> type, ObjectProperty<E> value) {
        ComboBox<E> box = new ComboBox<>();
        box.setId("option-" + name);
        box.getItems().setAll(type.getEnumConstants());
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(converter(each -> words.get("options." + name + "." + each)));
        box.valueProperty().bindBidirectional(value);
        value.addListener(_ -> changed.run());
        return new FormField(words.get("options." + name), box);
    }

    /** Yes or no. */
    CheckBox flag(String name, BooleanProperty value) {
        CheckBox box = new CheckBox(words.get("options." + name));
        box.setId("option-" + name);
        box.setWrapText(true);
        box.selectedProperty().bindBidirectional(value);
        value.addListener(_ -> changed.run());
        return box;
    }

    private static <E extends Enum<E>> StringConverter<E> converter(Function<E, String> name) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable E each) {
                return each == null ? "" : name.apply(each);
            }

            @Override
            public E fromString(String text) {
                throw new UnsupportedOperationException(text.toLowerCase(Locale.ROOT)); // nobody types here
            }
        };
    }
}
