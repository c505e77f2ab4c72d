package dev.gangway.ui.recipes;

import static java.util.Objects.requireNonNull;

import dev.gangway.ui.text.Words;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * The fields with text in the form of a recipe. A field that nobody has changed stands for what the recipe had, of which
 * it may not show every blank. UI thread only.
 */
final class RecipeTexts {
    /** In the order of the line. */
    enum Field {
        NAME,
        SERIALS,
        PATTERN,
        TOKEN_LENGTH,
        DAYS,
        SUBJECT,
        AUTHORITY,
        PROFILE,
        LABEL,
        CUSTOMER,
        ATTRIBUTES,
        WAIT_SECONDS,
        WAIT_KEY,
        TEMPLATE,
        GOLDEN_GOOD,
        GOLDEN_BAD,
        ATTEMPTS,
        LANES,
        PROGRAM,
        SECONDS
    }

    private static final class Entry {
        private final StringProperty text;
        private final ReadOnlyStringWrapper error;
        private String had = "";
        private String shown = "";

        Entry(Object bean, Field field) {
            text = new SimpleStringProperty(bean, field.name(), "");
            error = new ReadOnlyStringWrapper(bean, field.name(), "");
        }
    }

    private final Words words;
    private final Map<Field, Entry> entries = new EnumMap<>(Field.class);

    /**
     * Empty ones.
     *
     * @param touched hears of every change
     */
    RecipeTexts(Words words, Runnable touched) {
        this.words = words;
        for (Field field : Field.values()) {
            entries.put(field, new Entry(this, field));
            text(field).addListener((property, was, is) -> touched.run());
        }
    }

    private Entry entry(Field field) {
        return requireNonNull(entries.get(field));
    }

    StringProperty text(Field field) {
        return entry(field).text;
    }

    /** What is wrong with a field, in words; empty where nothing is. */
    ReadOnlyStringProperty errorOf(Field field) {
        return entry(field).error.getReadOnlyProperty();
    }

    /** What the recipe has there. */
    void set(Field field, String text) {
        entry(field).had = text;
        text(field).set(text);
    }

    /** All are set: what differs from now on was changed by a person. A field of one line has taken out line breaks. */
    void filled() {
        entries.values().forEach(each -> {
            each.shown = each.text.get();
            each.error.set("");
        });
    }

    /** Whether nobody has changed any of these. */
    boolean same(Field... fields) {
        return Stream.of(fields)
                .map(this::entry)
                .allMatch(each -> each.text.get().equals(each.shown));
    }

    /** Says what is wrong, and of the other fields that nothing is. */
    void say(Map<Field, String> wrong) {
        entries.forEach((field, entry) -> entry.error.set(wrong.getOrDefault(field, "")));
    }

    /** As the recipe had it, or as it was typed. */
    String exactly(Field field) {
        return same(field) ? entry(field).had : text(field).get();
    }

    /** As the recipe had it, or as it was typed, without blanks around it. */
    String typed(Field field) {
        return same(field) ? entry(field).had : text(field).get().strip();
    }

    /** The same; empty where nothing stands there. */
    Optional<String> maybe(Field field) {
        return Optional.of(typed(field)).filter(text -> !text.isBlank());
    }

    /** A whole number from 1; empty where it is none, which is then in {@code wrong}. */
    OptionalInt number(Field field, int most, Map<Field, String> wrong) {
        String text = text(field).get().strip();
        int value = text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
        if (value < 1 || value > most) {
            wrong.put(
                    field,
                    words.get("recipes.error.number", "most", words.formats().number(most)));
            return OptionalInt.empty();
        }
        return OptionalInt.of(value);
    }
}
