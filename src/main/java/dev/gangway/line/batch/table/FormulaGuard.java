package dev.gangway.line.batch.table;

/**
 * Keeps spreadsheets from taking a cell of ours for a formula (CWE-1236): an apostrophe goes in front of what begins like
 * one, and is taken away when we read it again.
 */
public final class FormulaGuard {
    private static final String BEGINNINGS = "=+-@\t\r";

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
