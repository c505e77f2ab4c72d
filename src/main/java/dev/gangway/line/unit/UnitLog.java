package dev.gangway.line.unit;

import dev.gangway.diagnosis.Outcome;

/** Keeps for ever what was done with units. Called in the transaction that ends an attempt, in its thread. */
public interface UnitLog {
    /** A unit has its verdict. */
    void ended(Site site, UnitResult result);

    /** A unit that waited for its server has its verdict. */
    void delivered(Site site, UnitResult result);

    /**
     * A unit's label was printed again.
     *
     * @return fails where the unit has no record yet, or nobody said why
     */
    Outcome<Outcome.Done> reprinted(Site site, String serial, String printed, String reason);
}
