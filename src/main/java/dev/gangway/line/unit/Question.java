package dev.gangway.line.unit;

import dev.gangway.background.Cancellation;
import dev.gangway.diagnosis.Outcome;

/** What is asked before work starts on a unit. */
@FunctionalInterface
public interface Question {
    /** May this unit run here? Fails with why not; blocks, within a deadline of its own. */
    Outcome<Outcome.Done> ask(UnitOrder order, Site site, Cancellation cancellation);
}
