package dev.gangway.cli;

import dev.gangway.ui.text.Words;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Where commands print to, in which words and colours. */
final class Terminal {
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

    /** Prints a line of the result. */
    void line(String text) {
        out.println(text);
    }

    /** Prints words of the command line's bundle; {@code places} are name, value, name, value. */
    void say(String key, Object... places) {
        out.println(words.get("cli." + key, places));
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
        return folding ? Wrap.broken(more, beginning, " ".repeat(indent)) : List.of(beginning + printable(more));
    }

    /** Prints a line that is not part of the result: what failed, what is waited for. */
    void aside(String text) {
        err.println(text);
    }

    /** The text in a colour, where there are colours. */
    String in(Colour colour, String text) {
        return coloured ? colour.start + text + RESET : text;
    }

    /** The text as it is printed: without control characters, which could steer the terminal. */
    static String printable(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) && c != '\n' || turnsOthers(c) ? '�' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Marks of direction, by which a name can be made to look like another (Unicode Technical Report 36, 2.9). */
    private static boolean turnsOthers(int c) {
        return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069 || c == 0x200E || c == 0x200F || c == 0x061C;
    }
}
