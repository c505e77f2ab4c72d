package dev.gangway.line.unit;

import dev.gangway.diagnosis.Code;

/** What can be wrong with a unit, or with what brings it on board, beside what the rooms below say. */
public enum UnitCode implements Code {
    /** The recipe names a server that the vault does not have, or none. */
    SERVER_MISSING,
    /** The recipe names an authority that the vault does not have. */
    AUTHORITY_MISSING,
    /** A unit of this serial number came on board already. */
    DONE_ALREADY,
    /** A person stopped it. */
    CANCELLED,
    /** The program that writes to the device cannot be started. */
    PROGRAM_MISSING,
    /** It was not done within its deadline, and was ended. */
    PROGRAM_LATE,
    /** It ended with a code other than 0. */
    PROGRAM_FAILED,
    /** Its answer is no JSON object with {@code ok}. */
    PROGRAM_UNREADABLE,
    /** Its answer is more than this program reads. */
    PROGRAM_TALKATIVE,
    /** It answered that the device was not written. */
    NOT_WRITTEN,
    /** No unit of this serial number came on board in this vault. */
    NOT_HERE;

    @Override
    public String family() {
        return "unit";
    }
}
