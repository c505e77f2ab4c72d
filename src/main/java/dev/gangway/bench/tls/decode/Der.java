package dev.gangway.bench.tls.decode;

import dev.gangway.bench.event.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An element of DER (X.690) with its place, for marking it in the raw bytes. What is read is bounded by the bytes around
 * it; damaged elements have no children.
 *
 * @param bytes of which it is a part
 * @param tag its first byte; elements with longer tags are not read
 * @param start its first byte's place
 * @param content the place behind tag and length
 * @param end behind its last byte
 */
record Der(byte[] bytes, int tag, int start, int content, int end) {
    static final int BOOLEAN = 0x01;
    static final int OCTETS = 0x04;
    static final int OID = 0x06;
    static final int SEQUENCE = 0x30;

    private static final Der NONE = new Der(new byte[0], 0, 0, 0, 0);

    /** The element that begins here; an empty one where there is none. */
    static Der at(byte[] bytes, int start) {
        return at(bytes, start, bytes.length);
    }

    private static Der at(byte[] bytes, int start, int limit) {
        if (start + 2 > limit) {
            return NONE;
        }
        int first = bytes[start + 1] & 0xFF;
        int more = first < 0x80 ? 0 : first & 0x7F;
        int content = start + 2 + more;
        if (more > 3 || first == 0x80 || content > limit) {
            return NONE;
        }
        int length = more == 0 ? first : 0;
        for (int i = start + 2; i < content; i++) {
            length = length << 8 | bytes[i] & 0xFF;
        }
        return content + length > limit ? NONE : new Der(bytes, bytes[start] & 0xFF, start, content, content + length);
    }

    /** The elements inside, as far as they can be read. */
    List<Der> children() {
        List<Der> found = new ArrayList<>();
        for (int at = content; at < end; ) {
            Der child = at(bytes, at, end);
            if (child.isNone()) {
                break;
            }
            found.add(child);
            at = child.end;
        }
        return found;
    }

    /** The element inside at this position; an empty one where there is none. */
    Der child(int position) {
        List<Der> all = children();
        return position < all.size() ? all.get(position) : NONE;
    }

    boolean isNone() {
        return end == 0;
    }

    /** What is inside. */
    byte[] value() {
        return Arrays.copyOfRange(bytes, content, end);
    }

    /** A field at the place of the whole element; {@code offset} is where the bytes begin in the message. */
    Field field(int offset, String name, String value, Field... children) {
        return isNone()
                ? Field.group(name, value, List.of(children))
                : Field.at(offset + start, end - start, name, value, children);
    }

    /** A field at the place of its content. */
    Field inside(int offset, String name, String value, Field... children) {
        return isNone()
                ? Field.group(name, value, List.of(children))
                : Field.at(offset + content, end - content, name, value, children);
    }
}
