package dev.gangway.bench.event;

import dev.gangway.diagnosis.Printable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Reads a message from front to back and notes each field with its place. Numbers are big-endian, as in TLS and MQTT.
 * What was read before the bytes ended stays in the list of fields. Not safe for several threads.
 */
public final class FieldReader {
    /** Shown instead of a secret. */
    public static final String DOTS = "••••••";

    private static final int SHOWN_BYTES = 32;
    private static final int SHOWN_CHARS = 512;

    private final byte[] raw;
    private final int end;
    private final List<Field> fields = new ArrayList<>();
    private int at;

    /** What to do with a part of the message; returns the words for the part. */
    @FunctionalInterface
    public interface Body {
        /** Reads the part. */
        String read(FieldReader part) throws MalformedException;
    }

    /** Reads all of it. */
    public FieldReader(byte[] raw) {
        this(raw, 0, raw.length);
    }

    private FieldReader(byte[] raw, int start, int end) {
        this.raw = raw;
        this.at = start;
        this.end = end;
    }

    /** The fields so far. */
    public List<Field> fields() {
        return List.copyOf(fields);
    }

    /** Place of the next byte. */
    public int position() {
        return at;
    }

    /** Number of bytes left. */
    public int remaining() {
        return end - at;
    }

    /** Notes a field that was put together elsewhere. */
    public void add(Field field) {
        fields.add(field);
    }

    /** A number of {@code size} bytes, 1 to 4, shown as {@code words} says. */
    public int number(int size, String name, IntFunction<String> words) throws MalformedException {
        int value = readNumber(size);
        fields.add(Field.at(at - size, size, name, words.apply(value)));
        return value;
    }

    /** A number of {@code size} bytes, shown in decimal. */
    public int number(int size, String name) throws MalformedException {
        return number(size, name, Integer::toUnsignedString);
    }

    /** A number that is part of the field which follows, for example its length: read, but not shown. */
    public int skipNumber(int size) throws MalformedException {
        return readNumber(size);
    }

    /** Bytes, shown in hex. */
    public byte[] bytes(int length, String name) throws MalformedException {
        byte[] value = take(length);
        fields.add(Field.at(at - length, length, name, hex(value)));
        return value;
    }

    /** Bytes that must not be seen. */
    public void secret(int length, String name) throws MalformedException {
        secretBytes(length, name);
    }

    /** The same for one who needs them. */
    public byte[] secretBytes(int length, String name) throws MalformedException {
        byte[] value = take(length);
        fields.add(Field.at(at - length, length, name, DOTS));
        return value;
    }

    /** UTF-8 text. */
    public String text(int length, String name) throws MalformedException {
        String value = new String(take(length), StandardCharsets.UTF_8);
        fields.add(Field.at(at - length, length, name, shortened(value)));
        return value;
    }

    /** Has the value of the last field shown as dots after all. */
    public void hideLast() {
        Field last = fields.removeLast();
        fields.add(Field.at(last.offset(), last.length(), last.name(), DOTS));
    }

    /** A part with fields of its own; noted even where reading it fails half-way. */
    public String part(int length, String name, Body body) throws MalformedException {
        int start = at;
        if (length < 0 || length > remaining()) {
            throw new MalformedException(name + ": " + length + " bytes announced, " + remaining() + " there");
        }
        FieldReader inner = new FieldReader(raw, start, start + length);
        String words = "";
        try {
            words = body.read(inner);
        } finally {
            fields.add(new Field(name, shortened(words), start, length, inner.fields));
            at = start + length;
        }
        return words;
    }

    /** Everything that is left, as bytes. */
    public byte[] rest(String name) throws MalformedException {
        return bytes(remaining(), name);
    }

    /** Notes that the message is not as it should be, with all bytes that are left. */
    public void malformed(String what) {
        fields.add(Field.at(at, Math.max(0, remaining()), "malformed", what));
        at = end;
    }

    /** Hex for people: long values are cut. */
    public static String hex(byte[] value) {
        String shown = HexFormat.of().formatHex(value, 0, Math.min(value.length, SHOWN_BYTES));
        return value.length <= SHOWN_BYTES ? shown : shown + "… (" + value.length + " bytes)";
    }

    private static String shortened(String value) {
        return Printable.cut(value, SHOWN_CHARS);
    }

    private int readNumber(int size) throws MalformedException {
        need(size);
        int value = 0;
        for (int i = 0; i < size; i++) {
            value = value << 8 | raw[at++] & 0xFF;
        }
        return value;
    }

    private byte[] take(int length) throws MalformedException {
        need(length);
        at += length;
        return Arrays.copyOfRange(raw, at - length, at);
    }

    private void need(int length) throws MalformedException {
        if (length < 0 || length > remaining()) {
            throw new MalformedException(length + " bytes needed, " + remaining() + " there");
        }
    }
}
