package dev.gangway.line.unit;

import dev.gangway.stored.StoredAs;

/** What a unit came to. */
public enum UnitVerdict {
    /** Every step was done, and what the recipe wants proven is proven. */
    @StoredAs("PASS")
    PASS,
    /** The unit is at fault, or refused. */
    @StoredAs("FAIL")
    FAIL,
    /** Made, but its server is out of reach: it goes there by itself later, and its verdict comes then. */
    @StoredAs("QUEUED")
    QUEUED,
    /** Station, server or network is at fault, or a person stopped it; never counts against the unit. */
    @StoredAs("ERROR")
    ERROR
}
