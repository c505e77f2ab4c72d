package dev.gangway.line.recipe;

import dev.gangway.stored.StoredAs;
import java.util.Optional;

/**
 * Rules of the station that runs a recipe.
 *
 * @param operator whether a shift begins with the name of who works
 * @param goldenGood serial of a unit that must pass before the first of a shift, where there is one
 * @param goldenBad serial of a unit that must fail before the first of a shift, where there is one
 * @param attempts how often a unit may fail before it goes to quarantine, at least 1
 * @param lanes how many units run at once, 1 to 12
 * @param pinAsked whether who signs on shows by a PIN that it is he; empty for no
 */
public record StationRules(
        @StoredAs("operator") boolean operator,
        @StoredAs("goldenGood") Optional<String> goldenGood,
        @StoredAs("goldenBad") Optional<String> goldenBad,
        @StoredAs("attempts") int attempts,
        @StoredAs("lanes") int lanes,
        @StoredAs("pin") Optional<Boolean> pinAsked) {
    /** Rules without a PIN. */
    public StationRules(
            boolean operator, Optional<String> goldenGood, Optional<String> goldenBad, int attempts, int lanes) {
        this(operator, goldenGood, goldenBad, attempts, lanes, Optional.empty());
    }

    /** Whether who signs on shows by a PIN that it is he. */
    public boolean pin() {
        return pinAsked.orElse(false);
    }

    /** The same with a PIN, or without. */
    public StationRules withPin(boolean asked) {
        return new StationRules(
                operator, goldenGood, goldenBad, attempts, lanes, asked ? Optional.of(true) : Optional.empty());
    }

    /** Most lanes of a station. */
    public static final int MOST_LANES = 12;

    /** No golden units, three attempts, one lane. */
    public static final StationRules USUAL = new StationRules(false, Optional.empty(), Optional.empty(), 3, 1);
}
