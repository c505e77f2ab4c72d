package dev.gangway.bench.model;

import dev.gangway.stored.StoredAs;
import java.util.Map;

/**
 * Something that was looked at beside the verdict.
 *
 * @param key words for it, found in the bundles under {@code check.<key>}
 * @param args values for the words
 * @param state how it turned out
 */
public record Check(String key, Map<String, String> args, State state) {
    /** How a check turned out. */
    public enum State {
        @StoredAs("ok")
        OK,
        @StoredAs("warning")
        WARNING,
        @StoredAs("bad")
        BAD,
        @StoredAs("skipped")
        SKIPPED
    }
}
