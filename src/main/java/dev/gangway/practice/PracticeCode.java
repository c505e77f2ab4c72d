package dev.gangway.practice;

import dev.gangway.diagnosis.Code;

/** Why the practice server does not start. */
public enum PracticeCode implements Code {
    /** A port that was asked for is in use; arg {@code port}. */
    PORT_TAKEN;

    @Override
    public String family() {
        return "practice";
    }
}
