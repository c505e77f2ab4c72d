package dev.gangway.bench.logs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The bytes of a log as lines: finds out how the text is written, stops at {@link #MOST_BYTES}, and refuses what is no
 * text.
 */
final class LogText {
    /** What is read at most, in bytes; a log of ten megabytes is far below it. */
    static final int MOST_BYTES = 64 * 1024 * 1024;

    private static final int BLOCK = 1 << 16;
    private static final int SAMPLE = 16 * 1024;
    private static final double MOST_ODD = 0.12;

    private final int mostBytes;
    private final List<Reading.Note> notes = new ArrayList<>();

    LogText() {
        this(MOST_BYTES);
    }

    /** One that stops earlier, for tests. */
    LogText(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** What has to be said about the text itself; complete once {@link #read} has returned. */
    List<Reading.Note> notes() {
        return List.copyOf(notes);
    }

    /** Hands on line by line; hands on none where it is no text. Does not close the stream. */
    void read(InputStream in, Consumer<LogLine> lines) throws IOException {
        byte[] begin = in.readNBytes(SAMPLE);
        Optional<Charset> charset = charset(begin);
        if (charset.isEmpty()) {
            notes.add(Reading.Note.BINARY);
            return;
        }
        if (!charset.get().equals(StandardCharsets.UTF_8)) {
            notes.add(Reading.Note.UTF_16);
        }
        Bounded bounded = new Bounded(new SequenceInputStream(new ByteArrayInputStream(begin), in), mostBytes);
        Reader reader = new InputStreamReader(bounded, charset.get());
        int number = 0;
        boolean cut = false;
        StringBuilder line = new StringBuilder();
        char[] block = new char[BLOCK];
        for (int got = reader.read(block); got >= 0; got = reader.read(block)) {
            int from = 0;
            for (int to = end(block, from, got); from <= got; to = end(block, from, got)) {
                int room = LogLine.LONGEST - line.length();
                cut |= to - from > room;
                line.append(block, from, Math.min(to - from, room));
                if (to < got) {
                    lines.accept(LogLine.of(++number, line.toString()));
                    line.setLength(0);
                }
                from = to + 1;
            }
        }
        if (!line.isEmpty()) {
            lines.accept(LogLine.of(++number, line.toString()));
        }
        if (cut) {
            notes.add(Reading.Note.LONG_LINES);
        }
        if (bounded.isCut()) {
            notes.add(Reading.Note.CUT);
        }
    }

    /** Where the line ends in a block; its length where it goes on in the next. */
    private static int end(char[] block, int from, int length) {
        int at = from;
        while (at < length && block[at] != '\n') {
            at++;
        }
        return at;
    }

    /** UTF-8, or UTF-16 by its mark or its zeros; nothing where it is no text. */
    private static Optional<Charset> charset(byte[] begin) {
        if (starts(begin, 0xFF, 0xFE) || starts(begin, 0xFE, 0xFF)) {
            return readable(begin, StandardCharsets.UTF_16);
        }
        int even = 0;
        int odd = 0;
        for (int i = 0; i < begin.length; i++) {
            if (begin[i] == 0) {
                if (i % 2 == 0) {
                    even++;
                } else {
                    odd++;
                }
            }
        }
        int half = Math.max(1, begin.length / 2);
        if (begin.length >= 8 && odd > half * 0.7 && even < half * 0.1) {
            return readable(begin, StandardCharsets.UTF_16LE);
        }
        if (begin.length >= 8 && even > half * 0.7 && odd < half * 0.1) {
            return readable(begin, StandardCharsets.UTF_16BE);
        }
        return readable(begin, StandardCharsets.UTF_8);
    }

    private static Optional<Charset> readable(byte[] begin, Charset charset) {
        String text = new String(begin, charset);
        long strange = text.chars()
                .filter(c -> c == '\uFFFD' || Character.isISOControl(c) && "\n\r\t\f\b\u001b".indexOf(c) < 0)
                .count();
        return strange <= text.length() * MOST_ODD ? Optional.of(charset) : Optional.empty();
    }

    private static boolean starts(byte[] bytes, int first, int second) {
        return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    /** Ends after a number of bytes, and knows whether more would have come. */
    private static final class Bounded extends InputStream {
        private final InputStream in;
        private long left;
        private boolean cut;

        Bounded(InputStream in, long most) {
            this.in = in;
            this.left = most;
        }

        boolean isCut() {
            return cut;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (left <= 0) {
                cut |= in.read() >= 0;
                return -1;
            }
            int got = in.read(into, from, (int) Math.min(length, left));
            left -= Math.max(got, 0);
            return got;
        }
    }
}
