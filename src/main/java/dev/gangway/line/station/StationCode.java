package dev.gangway.line.station;

import dev.gangway.diagnosis.Code;

/** Why a station does not take a unit. */
public enum StationCode implements Code {
    /** Nobody has signed on, and the recipe wants a name. */
    OPERATOR_MISSING,
    /** The recipe wants a PIN, and none was given. */
    PIN_NEEDED,
    /** The PIN is not that of this name. */
    PIN_WRONG,
    /** After a wrong PIN, none is looked at for a while. */
    PIN_WAITS,
    /** A PIN has 4 to 12 digits. */
    PIN_UNFIT,
    /** Nobody of this name has a PIN here. */
    OPERATOR_UNKNOWN,
    /** The shift is paused. */
    PAUSED,
    /** The good golden unit comes first. */
    GOLDEN_GOOD_FIRST,
    /** The bad golden unit comes next. */
    GOLDEN_BAD_NEXT,
    /** The good golden unit did not pass: the station is at fault. */
    GOLDEN_GOOD_FAILED,
    /** The bad golden unit passed: the station sees no faults. */
    GOLDEN_BAD_PASSED,
    /** This very unit is under way. */
    UNDER_WAY,
    /** The unit has passed in this vault. */
    DONE_ALREADY,
    /** The unit has failed as often as the recipe allows. */
    QUARANTINED;

    @Override
    public String family() {
        return "station";
    }
}
