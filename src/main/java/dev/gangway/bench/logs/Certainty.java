package dev.gangway.bench.logs;

import java.util.Locale;

/** How sure a cause is, read from a log alone; the surest first. */
public enum Certainty {
    /** The log itself says it, in words or by a code that means nothing else. */
    PROVEN,
    /** What usually stands behind such lines. */
    LIKELY,
    /** One of several that look the same. */
    POSSIBLE;

    /** The stable name: {@code proven}, {@code likely} or {@code possible}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Certainty of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
