package dev.gangway.ui.bench;

import dev.gangway.bench.event.Event;
import dev.gangway.bench.event.Field;
import dev.gangway.secret.Secret;
import java.util.ArrayList;
import java.util.List;

/**
 * Raw bytes as lines of text, sixteen a line: offset, hexadecimal, and characters. Bytes of secret fields are shown as
 * dots unless they were asked for.
 */
public final class HexDump {
    /** Bytes a line. */
    public static final int WIDTH = 16;

    private static final String HIDDEN = Secret.of("").toString();

    private final byte[] raw;
    private final boolean[] secret;

    /** The dump of an event; {@code revealed} shows secrets too. */
    public HexDump(Event event, boolean revealed) {
        raw = event.raw();
        secret = new boolean[raw.length];
        if (!revealed) {
            event.fields().forEach(this::hide);
        }
    }

    /** Whether a field holds something that is shown as dots. */
    public static boolean hasSecret(List<Field> fields) {
        return fields.stream().anyMatch(field -> field.value().equals(HIDDEN) || hasSecret(field.children()));
    }

    /** Number of lines. */
    public int lines() {
        return (raw.length + WIDTH - 1) / WIDTH;
    }

    /**
     * One line in pieces that are marked or not.
     *
     * @param line from 0
     * @param from first byte to mark
     * @param to byte after the last to mark
     */
    public Line line(int line, int from, int to) {
        int start = line * WIDTH;
        int end = Math.min(raw.length, start + WIDTH);
        List<Piece> hex = new ArrayList<>();
        List<Piece> text = new ArrayList<>();
        for (int i = start; i < end; i++) {
            boolean marked = i >= from && i < to;
            String gap = i == end - 1 ? "" : " ";
            append(hex, (secret[i] ? "··" : String.format("%02x", raw[i])) + gap, marked);
            append(text, String.valueOf(character(i)), marked);
        }
        append(hex, " ".repeat((start + WIDTH - end) * 3), false);
        return new Line(String.format("%04x", start), hex, text);
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

    private static void append(List<Piece> pieces, String text, boolean marked) {
        if (text.isEmpty()) {
            return;
        }
        if (!pieces.isEmpty() && pieces.getLast().marked() == marked) {
            Piece last = pieces.removeLast();
            pieces.add(new Piece(last.text() + text, marked));
        } else {
            pieces.add(new Piece(text, marked));
        }
    }

    /** A line: where it begins, its bytes, and the same as characters. */
    public record Line(String offset, List<Piece> hex, List<Piece> text) {}

    /** Neighbouring bytes that are all marked, or all not. */
    public record Piece(String text, boolean marked) {}
}
