package dev.gangway.diagnosis;

import dev.gangway.diagnosis.Diagnosis.Args;
import dev.gangway.stored.StoredAs;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One thing that was seen and that speaks for a diagnosis.
 *
 * @param key the words for it, found in the bundles under {@code evidence.<key>}
 * @param args values for the named places of the words, one line each that steers nothing, cut where they are too long
 *     to read; never a secret
 * @param place where it can be looked at
 */
public record Evidence(
        @StoredAs("key") String key,
        @StoredAs("args") Map<String, String> args,
        @StoredAs("place") Place place) {
    /** Somebody else may have said it: no value is longer than this. */
    private static final int LONGEST = 1_000;

    public Evidence {
        args = args.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, each -> Printable.line(each.getValue(), LONGEST)));
    }

    /** Where a piece of evidence can be looked at. */
    public sealed interface Place {
        /** Nowhere in particular. */
        @StoredAs("None")
        record None() implements Place {}

        /** An event of the timeline, by its index. */
        @StoredAs("InTimeline")
        record InTimeline(@StoredAs("event") int event) implements Place {}

        /** A line of a file or of pasted text; lines count from 1, 0 where the place is the whole file. */
        @StoredAs("InFile")
        record InFile(
                @StoredAs("file") String file,
                @StoredAs("line") int line) implements Place {}

        /** A field of a form, by its name in the program. */
        @StoredAs("InField")
        record InField(@StoredAs("field") String field) implements Place {}
    }

    /** A fact without a place; {@code args} are name, value, name, value. */
    public static Evidence fact(String key, Object... args) {
        return new Evidence(key, Args.of(args), new Place.None());
    }

    /** Something seen in event number {@code event} of the timeline. */
    public static Evidence seen(int event, String key, Object... args) {
        return new Evidence(key, Args.of(args), new Place.InTimeline(event));
    }

    /** Something found in a file; {@code line} counts from 1, 0 for the whole file. */
    public static Evidence inFile(String file, int line, String key, Object... args) {
        return new Evidence(key, Args.of(args), new Place.InFile(file, line));
    }

    /** Something wrong with what was entered in a field. */
    public static Evidence inField(String field, String key, Object... args) {
        return new Evidence(key, Args.of(args), new Place.InField(field));
    }
}
