package dev.gangway.line.record;

import dev.gangway.diagnosis.Code;

/** What can be wrong with records of units. */
public enum RecordCode implements Code {
    /** The file cannot be read. */
    UNREADABLE,
    /** The file is no export of unit records. */
    NOT_RECORDS,
    /** The file cannot be written, or is there already. */
    UNWRITABLE,
    /** No record is of this serial number or station. */
    NONE,
    /** A correction names a record that is not there. */
    CORRECTS_NONE,
    /** A correction or a reprint has no reason. */
    WITHOUT_REASON,
    /** The clock of the station was set back. */
    CLOCK_BACK;

    @Override
    public String family() {
        return "record";
    }
}
