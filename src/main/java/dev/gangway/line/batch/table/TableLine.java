package dev.gangway.line.batch.table;

import java.util.List;

/**
 * One line of a list.
 *
 * @param number from 1, as an editor or a spreadsheet counts; of a line that holds line breaks, where it begins
 * @param cells as they are to be understood: a formula by its value, a number in full
 * @param flaws cells that cannot be taken as they are
 */
public record TableLine(long number, List<String> cells, List<Flaw> flaws) {
    public TableLine {
        cells = List.copyOf(cells);
        flaws = List.copyOf(flaws);
    }

    /**
     * A cell that cannot be taken.
     *
     * @param column from 0
     */
    public record Flaw(int column, TableCode code) {}

    /** The cell of this column, from 0; empty where the line is shorter. */
    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    /** Whether every cell is blank. */
    public boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }
}
