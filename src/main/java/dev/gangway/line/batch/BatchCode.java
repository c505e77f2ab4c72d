package dev.gangway.line.batch;

import dev.gangway.diagnosis.Code;

/** What can be wrong with a batch, or with a line of it. */
public enum BatchCode implements Code {
    /** No column holds serial numbers or names. */
    NO_SERIAL_COLUMN,
    /** Two columns hold the same. */
    COLUMN_TWICE,
    /** No such column. */
    COLUMN_UNKNOWN,
    /** The line has neither serial number nor name. */
    SERIAL_BLANK,
    /** An earlier line has this serial number. */
    SERIAL_TWICE,
    /** The serial number is not as the recipe wants it. */
    SERIAL_REFUSED,
    /** The line has no name. */
    NAME_BLANK,
    /** An earlier line has this name. */
    NAME_TWICE,
    /** The vault has a device of this name. */
    NAME_IN_VAULT,
    /** The server has a device of this name. */
    NAME_ON_SERVER,
    /** More characters than the server takes. */
    TOO_LONG,
    /** Characters that cannot be seen. */
    CONTROL_CHARACTER,
    /** Blanks in front or behind, which make another name. */
    BLANKS_AROUND,
    /** The line is for another device profile than the recipe. */
    PROFILE_OTHER,
    /** The line has fewer cells than the heading. */
    TOO_FEW_CELLS,
    /** The line has more cells than the heading. */
    TOO_MANY_CELLS,
    /** The heading once more. */
    HEADING_AGAIN,
    /** A cell that cannot be taken as it stands in the file. */
    CELL_REFUSED,
    /** Lines are bad, and nobody said to leave them out. */
    LINES_BAD,
    /** Every line was left out. */
    NOTHING_TO_DO,
    /** Where the results shall go there is a file. */
    RESULTS_EXIST,
    /** The results cannot be written, for example on a full disk. */
    RESULTS_UNWRITABLE,
    /** There is no state of a batch beside these results, or it is damaged. */
    STATE_UNREADABLE,
    /** The list is not the one that the batch began with. */
    LIST_CHANGED,
    /** The recipe is not the one that the batch began with. */
    RECIPE_CHANGED,
    /** The folder that is to be watched is not there. */
    FOLDER_MISSING,
    /** The folder that is watched cannot be written. */
    FOLDER_UNWRITABLE,
    /** Another program runs this batch. */
    RUNNING_ELSEWHERE;

    @Override
    public String family() {
        return "batch";
    }
}
