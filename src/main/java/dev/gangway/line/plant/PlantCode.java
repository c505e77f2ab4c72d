package dev.gangway.line.plant;

import dev.gangway.diagnosis.Code;

/** What the plant can say, or fail to say. */
public enum PlantCode implements Code {
    /** The plant says that this unit must not run here. */
    REFUSED,
    /** The plant was asked and gave no answer in time. */
    NO_ANSWER,
    /** Its answer cannot be understood. */
    ANSWER_UNREADABLE,
    /** The program that is to be asked cannot be started. */
    PROGRAM_MISSING,
    /** The plant does not take a result; it is sent again later. */
    NOT_TAKEN;

    @Override
    public String family() {
        return "plant";
    }
}
