package dev.gangway.line.batch.table;

import dev.gangway.diagnosis.Code;

/** Why a list of units cannot be read, or a cell of it. */
public enum TableCode implements Code {
    /** No such file, or it cannot be opened. */
    FILE_UNREADABLE,
    /** Nothing in it, or a heading alone. */
    EMPTY,
    /** Neither text with separated values nor a workbook. */
    NOT_A_TABLE,
    /** A workbook with a password, or of the old binary format. */
    WORKBOOK_CLOSED,
    /** A workbook whose parts are damaged. */
    WORKBOOK_DAMAGED,
    /** A workbook that would grow beyond all bounds when it is unpacked. */
    WORKBOOK_BOMB,
    /** The workbook has no sheet of this name. */
    SHEET_UNKNOWN,
    /** Bytes that the encoding does not have. */
    ENCODING,
    /** A quotation mark that opens a cell and is never closed. */
    QUOTE_OPEN,
    /** Characters after the quotation mark that closes a cell. */
    QUOTE_TRAILING,
    /** A line longer than any unit needs. */
    LINE_TOO_LONG,
    /** More columns than a list has. */
    TOO_MANY_COLUMNS,
    /** A formula in a text file, which we do not compute. */
    CELL_FORMULA,
    /** A formula that was stored without its value. */
    CELL_FORMULA_WITHOUT_VALUE,
    /** The spreadsheet shows an error here. */
    CELL_ERROR,
    /** A number with more digits than a spreadsheet keeps. */
    CELL_ROUNDED,
    /** A list or an object in place of a value. */
    CELL_NESTED,
    /** Text that is no JSON from here on. */
    JSON_BROKEN,
    /** Something else than an object in place of a unit. */
    JSON_NO_OBJECT,
    /** An object has a member that the first one has not. */
    JSON_MEMBER,
    /** Encoding or separator was said of a workbook, which has neither. */
    NO_TEXT;

    @Override
    public String family() {
        return "table";
    }
}
