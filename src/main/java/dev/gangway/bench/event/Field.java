package dev.gangway.bench.event;

import dev.gangway.diagnosis.Printable;
import java.util.List;

/**
 * One decoded field of a message, as shown in the tree beside the raw bytes.
 *
 * @param name the standard's name for it
 * @param value for people, in lines that steer nothing; never a secret: those are shown as dots
 * @param offset first byte of the field in {@link Event#raw}; -1 where it has no bytes of its own
 * @param length number of bytes; 0 where it has none
 * @param children what it is made of
 */
public record Field(String name, String value, int offset, int length, List<Field> children) {
    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_VALUE = 4_096;

    public Field {
        name = Printable.line(name, LONGEST_NAME);
        value = Printable.ofLines(Printable.cut(value, LONGEST_VALUE));
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
