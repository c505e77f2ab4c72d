package dev.gangway.bench.causes;

import dev.gangway.stored.StoredAs;

/** How sure a cause is. The three words are defined in docs/diagnosis.md and never used for anything else. */
public enum Certainty {
    /** A {@link Proof} leaves no other explanation of what was seen. */
    @StoredAs("PROVEN")
    PROVEN,
    /** It explains what was seen, and better than the other causes do. */
    @StoredAs("LIKELY")
    LIKELY,
    /** It fits what was seen, and so do others. */
    @StoredAs("POSSIBLE")
    POSSIBLE
}
