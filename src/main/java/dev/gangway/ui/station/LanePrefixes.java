package dev.gangway.ui.station;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Tells from a scan which lane it is for.
 *
 * @param prefixes of the lanes, from lane 1 on
 */
record LanePrefixes(List<String> prefixes) {
    /**
     * A scan for a lane.
     *
     * @param lane from 0
     * @param rest what is left without the prefix; empty where a fixture alone was scanned
     */
    record Found(int lane, String rest) {}

    /** The lane that a scan begins with; of two prefixes that fit, the longer one. {@code L1} is no beginning of {@code L12}. */
    Optional<Found> of(String scanned) {
        String text = scanned.strip();
        return IntStream.range(0, prefixes.size())
                .boxed()
                .filter(lane -> fits(text, prefixes.get(lane)))
                .max(Comparator.comparingInt(lane -> prefixes.get(lane).length()))
                .map(lane -> new Found(
                        lane, text.substring(prefixes.get(lane).length()).strip()));
    }

    private static boolean fits(String text, String prefix) {
        if (prefix.isEmpty() || !text.toLowerCase(Locale.ROOT).startsWith(prefix.toLowerCase(Locale.ROOT))) {
            return false;
        }
        boolean open = Character.isLetterOrDigit(prefix.charAt(prefix.length() - 1));
        return text.length() == prefix.length() || !open || Character.isWhitespace(text.charAt(prefix.length()));
    }
}
