package dev.gangway.line.batch.table;

import de.siegmar.fastcsv.writer.QuoteStrategy;

/**
 * Keeps spreadsheets from taking a cell of ours for a formula (CWE-1236): an apostrophe goes in front of what begins like
 * one, and is taken away when we read it again.
 */
public final class FormulaGuard {
    /** The last four are the wide forms, which Excel takes for the narrow ones where a language writes them. */
    private static final String BEGINNINGS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    /**
     * Quotes what another separator would cut as well: where a spreadsheet takes semicolons or tabs for it, as in German,
     * the rest of a cell would else become a cell of its own that nobody guarded.
     */
    public static final QuoteStrategy QUOTING = new QuoteStrategy() {
        @Override
        public boolean quoteValue(int line, int field, String value) {
            return value.indexOf(';') >= 0 || value.indexOf('\t') >= 0;
        }
    };

    private FormulaGuard() {}

    /** The cell, guarded where it needs it. */
    public static String guarded(String cell) {
        return isFormula(cell) ? "'" + cell : cell;
    }

    /** The cell as it was before it was guarded. */
    public static String removed(String cell) {
        return cell.startsWith("'") && isFormula(cell) ? cell.substring(1) : cell;
    }

    /** Whether it begins like a formula, apostrophes in front not counted. */
    private static boolean isFormula(String cell) {
        int at = 0;
        while (at < cell.length() && cell.charAt(at) == '\'') {
            at++;
        }
        return at < cell.length() && BEGINNINGS.indexOf(cell.charAt(at)) >= 0;
    }
}
