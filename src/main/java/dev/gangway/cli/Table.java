package dev.gangway.cli;

import java.util.ArrayList;
import java.util.List;

/** Columns of text, each as wide as its widest cell. */
final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    Table(String... heads) {
        rows.add(List.of(heads));
    }

    void row(String... cells) {
        rows.add(List.of(cells).stream().map(Terminal::printable).toList());
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
            for (int i = 0; i < columns; i++) {
                line.append(rows.get(r).get(i))
                        .append(" ".repeat(widths[i] + 2 - rows.get(r).get(i).length()));
            }
            String text = line.toString().stripTrailing();
            terminal.line(r == 0 ? terminal.in(Terminal.Colour.STRONG, text) : text);
        }
    }
}
