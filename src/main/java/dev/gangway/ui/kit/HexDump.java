package dev.gangway.ui.kit;

import dev.gangway.bench.event.Event;
import dev.gangway.bench.event.Field;
import dev.gangway.secret.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Raw bytes as lines of text: offset, hexadecimal, and characters. Bytes of secret fields are shown as
 * dots unless they were asked for.
 */
public final class HexDump {
    private static final String HIDDEN = Secret.of("").toString();

    private final byte[] raw;
    private final int width;
    private final boolean[] secret;

    /**
     * The dump of an event.
     *
     * @param revealed whether secrets are shown too
     * @param width bytes a line, at least 1
     */
    public HexDump(Event event, boolean revealed, int width) {
        raw = event.raw();
        this.width = width;
        secret = new boolean[raw.length];
        if (!revealed) {
            event.fields().forEach(this::hide);
        }
    }

    /** Whether a field holds something that is shown as dots. */
    public static boolean hasSecret(List<Field> fields) {
        return fields.stream().anyMatch(field -> field.value().equals(HIDDEN) || hasSecret(field.children()));
    }

    /** Bytes a line. */
    public int width() {
        return width;
    }

    /** Number of lines. */
    public int lines() {
        return (raw.length + width - 1) / width;
    }

    /**
     * One line in pieces that are marked or not.
     *
     * @param line from 0
     * @param from first byte to mark
     * @param to byte after the last to mark
     */
    public Line line(int line, int from, int to) {
        int start = line * width;
        int end = Math.min(raw.length, start + width);
        List<Piece> hex = new ArrayList<>();
        List<Piece> text = new ArrayList<>();
        for (int i = start; i < end; i++) {
            boolean marked = i >= from && i < to;
            String gap = i == end - 1 ? "" : " ";
            append(hex, hex(i) + gap, marked, i);
            append(text, String.valueOf(character(i)), marked, i);
        }
        append(hex, " ".repeat((start + width - end) * 3), false, end);
        return new Line(String.format("%04x", start), hex, text);
    }

    /** Number of bytes. */
    public int length() {
        return raw.length;
    }

    /** These bytes in hexadecimal with spaces between, secrets as dots. */
    public String hex(int from, int to) {
        return IntStream.range(from, to).mapToObj(this::hex).collect(Collectors.joining(" "));
    }

    private String hex(int at) {
        return secret[at] ? "··" : String.format("%02x", raw[at]);
    }

    private char character(int at) {
        int value = raw[at] & 0xff;
        return secret[at] || value < 0x20 || value > 0x7e ? '·' : (char) value;
    }

    private void hide(Field field) {
        if (field.value().equals(HIDDEN)) {
            int end = Math.min(raw.length, field.offset() + field.length());
            for (int i = Math.max(0, field.offset()); i < end; i++) {
                secret[i] = true;
            }
        }
        field.children().forEach(this::hide);
    }

    private static void append(List<Piece> pieces, String text, boolean marked, int from) {
        if (text.isEmpty()) {
            return;
        }
        if (!pieces.isEmpty() && pieces.getLast().marked() == marked) {
            Piece last = pieces.removeLast();
            pieces.add(new Piece(last.text() + text, marked, last.from()));
        } else {
            pieces.add(new Piece(text, marked, from));
        }
    }

    /** A line: where it begins, its bytes, and the same as characters. */
    public record Line(String offset, List<Piece> hex, List<Piece> text) {}

    /** Neighbouring bytes that are all marked, or all not; {@code from} is the first of them. */
    public record Piece(String text, boolean marked, int from) {}
}
