package dev.gangway.bench.model;

import java.time.Duration;

/**
 * How many further connections a test may make after a refusal to find its cause: servers block who comes too often.
 *
 * @param most connections, 0 to 10; 0 allows none, and the verdict then names the one that would tell
 * @param within for all of them together
 */
public record ExperimentBounds(int most, Duration within) {
    /** Six, within 15 s. */
    public static final ExperimentBounds USUAL = new ExperimentBounds(6, Duration.ofSeconds(15));

    /** None. */
    public static final ExperimentBounds NONE = new ExperimentBounds(0, Duration.ZERO);

    public ExperimentBounds {
        if (most < 0 || most > 10 || within.isNegative()) {
            throw new IllegalArgumentException(most + " within " + within);
        }
    }

    /** Whether any may be made. */
    public boolean allowAny() {
        return most > 0 && within.isPositive();
    }
}
