package dev.gangway.line.label;

import dev.gangway.diagnosis.Code;

/** What can be wrong with a label or its printer. */
public enum LabelCode implements Code {
    /** A line of the template is not understood. */
    TEMPLATE_LINE,
    /** A template has a place that nothing fills. */
    PLACE_UNKNOWN,
    /** A template would print a secret without saying so. */
    SECRET_NOT_ALLOWED,
    /** A text has characters that its kind of code cannot hold, or too many. */
    CODE_CONTENT,
    /** Something would stand beyond the label's edge. */
    TOO_LARGE,
    /** The file with values is no JSON object. */
    FIELDS_UNREADABLE,
    /** A value was given that the template has no place for. */
    FIELD_UNUSED,
    /** A secret was given where other accounts of the computer see it. */
    SECRET_IN_ARGUMENT,
    /** Nobody answers at the printer's address. */
    PRINTER_UNREACHABLE,
    /** The printer takes what is sent and says nothing. */
    PRINTER_SILENT,
    /** The printer has no labels left. */
    PAPER_OUT,
    /** The printer has no ribbon left. */
    RIBBON_OUT,
    /** The printer's head is open. */
    HEAD_OPEN,
    /** Somebody has paused the printer. */
    PAUSED,
    /** The printer's memory is full. */
    BUFFER_FULL,
    /** The printer has taken a label, says that nothing is wrong, and has not printed it. */
    NOT_PRINTED,
    /** The printer says something that is no status. */
    PRINTER_ANSWER,
    /** What was scanned is not what was printed. */
    OTHER_LABEL,
    /** Nobody scanned the label that was printed. */
    NOT_SCANNED,
    /** The recipe has a label, and there is nothing here to print it on. */
    NO_PRINTER,
    /** The system's own printing did not take a label. */
    QUEUE_REFUSED,
    /** The label's file cannot be written. */
    FILE_UNWRITABLE,
    /** A line of a list makes no label. */
    LINE_BAD,
    /** More labels than one file takes. */
    TOO_MANY;

    @Override
    public String family() {
        return "label";
    }
}
