package dev.gangway.cli;

import dev.gangway.diagnosis.Printable;
import dev.gangway.ui.text.Words;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Where commands print to, in which words and colours. The only place that prints: nothing that a server, a file or a
 * person named can steer the terminal from here, or look like a line of ours.
 */
final class Terminal {
    /**
     * Where colours begin and end is marked by noncharacters of Unicode until a line is printed, so that everything else
     * in it can be made safe at that one place.
     */
    private static final int FIRST_MARK = 0xFDD0;

    private static final int END_MARK = 0xFDDF;

    private static final List<Colour> COLOURS = List.of(Colour.values());

    private static final String RESET = "\u001b[0m";

    private final PrintStream out;
    private final PrintStream err;
    private final Words words;
    private final boolean coloured;
    private final boolean folding;

    /** Colours of the terminal, by what they mean here. */
    enum Colour {
        GOOD("\u001b[32m"),
        BAD("\u001b[31m"),
        WARNING("\u001b[33m"),
        FAINT("\u001b[2m"),
        STRONG("\u001b[1m");

        private final String start;

        Colour(String start) {
            this.start = start;
        }
    }

    Terminal(PrintStream out, PrintStream err, Words words, boolean coloured) {
        this(out, err, words, coloured, false);
    }

    /** One that breaks long rows, where a person reads them; programs that search them want them whole. */
    Terminal(PrintStream out, PrintStream err, Words words, boolean coloured, boolean folding) {
        this.folding = folding;
        this.out = out;
        this.err = err;
        this.words = words;
        this.coloured = coloured;
    }

    /** One for a process: in its language, with colours and folded rows where a person reads it. */
    static Terminal of(PrintStream out, PrintStream err) {
        return new Terminal(
                readable(out),
                readable(err),
                Words.load(Locale.getDefault()),
                wantsColour(out, System.getenv()),
                isRead(out));
    }

    /** Whether to colour: on a terminal only, and not where it is asked not to (no-color.org). */
    static boolean wantsColour(PrintStream out, Map<String, String> environment) {
        return isRead(out)
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
    }

    /**
     * The stream in UTF-8: what this program prints needs more than ASCII, and JSON is UTF-8 by definition (RFC 8259).
     * A Windows console keeps the encoding that it asked for.
     */
    static PrintStream readable(PrintStream stream) {
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        return windows && isTerminal() ? stream : new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    /** Whether a person reads this. */
    static boolean isRead(PrintStream out) {
        return out == System.out && isTerminal();
    }

    private static boolean isTerminal() {
        return System.console() != null && System.console().isTerminal();
    }

    /** One that prints to where failures go, without colours. */
    Terminal aside() {
        return new Terminal(err, err, words, false);
    }

    Words words() {
        return words;
    }

    /** Prints a line of the result: one line, whatever the text holds. */
    void line(String text) {
        out.println(finished(text));
    }

    /** Prints a text that has lines of its own, such as a PEM block. */
    void block(String text) {
        text.lines().forEach(this::line);
    }

    /** Prints a JSON document; what could steer a terminal is written as JSON escapes it, so it reads as the same. */
    void json(String document) {
        StringBuilder safe = new StringBuilder(document.length());
        document.chars().forEach(each -> {
            if (each == '\n' || each == '\r' || Printable.is(each) || Character.isSurrogate((char) each)) {
                safe.append((char) each);
            } else {
                safe.append(String.format("\\u%04x", each));
            }
        });
        out.println(safe);
    }

    /** Prints words of the command line's bundle; {@code places} are name, value, name, value. */
    void say(String key, Object... places) {
        for (int i = 1; i < places.length; i += 2) {
            places[i] = Printable.of(String.valueOf(places[i]));
        }
        block(words.get("cli." + key, places));
    }

    /** Prints a row: a beginning, and more that goes on below itself where a person's terminal ends. */
    void row(String beginning, int indent, String more) {
        List<String> lines = folded(beginning, indent, more);
        for (int i = 0; i < lines.size(); i++) {
            int plain = i == 0 ? beginning.length() : 0;
            line(lines.get(i).substring(0, plain)
                    + in(Colour.FAINT, lines.get(i).substring(plain)));
        }
    }

    /** The lines of a row: one, or as many as fit where a person reads them. */
    List<String> folded(String beginning, int indent, String more) {
        return folding ? Wrap.broken(more, beginning, " ".repeat(indent)) : List.of(beginning + Printable.of(more));
    }

    /** Prints a line that is not part of the result: what failed, what is waited for. */
    void aside(String text) {
        err.println(finished(text));
    }

    /** The text in a colour, where there are colours. */
    String in(Colour colour, String text) {
        String safe = Printable.of(text);
        return coloured ? (char) (FIRST_MARK + colour.ordinal()) + safe + (char) END_MARK : safe;
    }

    /** A line as it goes out: safe, and with its colours. */
    private String finished(String text) {
        StringBuilder line = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(each -> {
            if (coloured && each == END_MARK) {
                line.append(RESET);
            } else if (coloured && each >= FIRST_MARK && each < FIRST_MARK + COLOURS.size()) {
                line.append(COLOURS.get(each - FIRST_MARK).start);
            } else {
                Printable.append(line, each);
            }
        });
        return line.toString();
    }
}
