package dev.gangway.bench.model;

import dev.gangway.diagnosis.Printable;
import dev.gangway.stored.StoredAs;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Something that was looked at beside the verdict.
 *
 * @param key words for it, found in the bundles under {@code check.<key>}
 * @param args values for the words, one line each that steers nothing
 * @param state how it turned out
 */
public record Check(String key, Map<String, String> args, State state) {
    private static final int LONGEST = 1_000;

    public Check {
        args = args.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, each -> Printable.line(each.getValue(), LONGEST)));
    }

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
