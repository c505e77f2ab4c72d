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
    /** It answered with a request for a certificate, and the recipe makes the key itself. */
    REQUEST_UNASKED,
    /** It was asked for a request for a certificate, and answered without one. */
    REQUEST_MISSING,
    /** The request names another subject than the recipe gives this unit. */
    REQUEST_OTHER_SUBJECT,
    /** The request asks for alternative names, and the recipe gives none. */
    REQUEST_OTHER_NAMES,
    /** The key of the request is not of the recipe's kind. */
    REQUEST_OTHER_KEY,
    /** Another unit has shown this key before. */
    REQUEST_KEY_SEEN,
    /** The server saw nothing of the device within the recipe's time. */
    NOT_SEEN,
    /** It answered that the device was not written. */
    NOT_WRITTEN,
    /** No unit of this serial number came on board in this vault. */
    NOT_HERE;

    @Override
    public String family() {
        return "unit";
    }
}
