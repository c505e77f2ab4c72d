package dev.gangway.cli;

import dev.gangway.diagnosis.Printable;
import dev.gangway.ui.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Columns of text, each as wide as its widest cell; the last is broken where a terminal ends. */
final class TextTable {
    private final List<List<String>> rows = new ArrayList<>();

    TextTable(String... heads) {
        rows.add(List.of(heads));
    }

    /** One with these heads of the command line's bundle. */
    static TextTable of(Words words, String... heads) {
        return new TextTable(
                Arrays.stream(heads).map(head -> words.get("cli.head." + head)).toArray(String[]::new));
    }

    void row(String... cells) {
        rows.add(List.of(cells).stream().map(Printable::of).toList());
    }

    /** The rows under their heads. */
    void print(Terminal terminal) {
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (int r = 0; r < rows.size(); r++) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns - 1; i++) {
                line.append(rows.get(r).get(i))
                        .append(" ".repeat(widths[i] + 2 - rows.get(r).get(i).length()));
            }
            for (String text :
                    terminal.folded(line.toString(), line.length(), rows.get(r).getLast())) {
                terminal.line(
                        r == 0 ? terminal.in(Terminal.Colour.STRONG, text.stripTrailing()) : text.stripTrailing());
            }
        }
    }
}
