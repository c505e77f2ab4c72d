package dev.gangway.bench.event;

import java.util.List;

/**
 * One decoded field of a message, as shown in the tree beside the raw bytes.
 *
 * @param name the standard's name for it
 * @param value for people; never a secret: those are shown as dots
 * @param offset first byte of the field in {@link Event#raw}; -1 where it has no bytes of its own
 * @param length number of bytes; 0 where it has none
 * @param children what it is made of
 */
public record Field(String name, String value, int offset, int length, List<Field> children) {
    public Field {
        children = List.copyOf(children);
    }

    /** A field without bytes of its own. */
    public static Field of(String name, String value) {
        return new Field(name, value, -1, 0, List.of());
    }

    /** A field at this place of the raw bytes. */
    public static Field at(int offset, int length, String name, String value, Field... children) {
        return new Field(name, value, offset, length, List.of(children));
    }

    /** A heading over other fields. */
    public static Field group(String name, String value, List<Field> children) {
        return new Field(name, value, -1, 0, children);
    }
}
