package dev.gangway.diagnosis;

import dev.gangway.stored.StoredAs;
import java.util.Map;

/**
 * What helps.
 *
 * @param key the words for it, found in the bundles under {@code remedy.<key>}
 * @param args values for the words, and the parameters of the action (for example {@code port})
 * @param action what the program does when asked to; {@link Action#NONE} where only a person can
 */
public record Remedy(
        @StoredAs("key") String key,
        @StoredAs("args") Map<String, String> args,
        @StoredAs("action") Action action) {
    public Remedy {
        args = Map.copyOf(args);
    }
}
