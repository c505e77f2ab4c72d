package dev.gangway.bench.logs;

import java.util.List;

/**
 * What a line or code says, whatever stack prints it. The words are in the bundles under {@code log.meaning.<id>}.
 *
 * @param id stable name, for example {@code name-unresolved}
 * @param weight how much it says: 0 nothing is wrong, 1 only follows from something else, 2 vague, 3 tells much, 4
 *     tells all
 * @param causes what can stand behind it, the likeliest first; empty where nothing is wrong
 */
public record Meaning(String id, int weight, List<RankedCause> causes) {
    static final int CONSEQUENCE = 1;
    static final int VAGUE = 2;
    static final int TELLING = 3;
    static final int DECISIVE = 4;

    public Meaning {
        causes = List.copyOf(causes);
    }

    /** Whether it says that something went wrong. */
    public boolean isTrouble() {
        return weight > 0;
    }

    /** Where the connection was, by the first cause. */
    Layer layer() {
        return causes.getFirst().cause().layer();
    }
}
