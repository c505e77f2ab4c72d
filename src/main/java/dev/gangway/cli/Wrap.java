package dev.gangway.cli;

import dev.gangway.diagnosis.Printable;
import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines that fit a terminal of 80 columns. */
final class Wrap {
    private static final int WIDTH = 80;

    private Wrap() {}

    /** Lines that all begin with the indent. */
    static List<String> lines(String text, String indent) {
        return broken(text, indent, indent);
    }

    /** Lines of which the first begins with a mark, the others with as much space. */
    static List<String> item(String text, String mark) {
        return broken(text, mark, " ".repeat(mark.length()));
    }

    /** Lines of which the first begins with one text, the others with another. */
    static List<String> broken(String text, String first, String others) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(first);
        boolean empty = true;
        for (String word : Printable.of(text).strip().split("\\s+")) {
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(others);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(line.toString());
        return lines;
    }
}
