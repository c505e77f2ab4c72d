package dev.gangway.practice;

import dev.gangway.diagnosis.Code;

/** Why the practice server does not start. */
public enum PracticeCode implements Code {
    /** A port that was asked for is in use; arg {@code port}. */
    PORT_TAKEN,
    /** This computer has no address of its own to listen on; arg {@code addresses}. */
    NO_LOOPBACK,
    /** This computer gives no free port. */
    NO_FREE_PORT;

    @Override
    public String family() {
        return "practice";
    }
}
