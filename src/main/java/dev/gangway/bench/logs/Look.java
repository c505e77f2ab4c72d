package dev.gangway.bench.logs;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a line looks that fulfils a rule: a regular expression, made when the first line comes that may fulfil it, and
 * tried only where it can begin. Safe for several threads.
 */
final class Look {
    private final String regex;
    private final Hints hints;
    private final String[] begins;
    private final String[][] needs;
    private volatile @Nullable Pattern pattern;

    Look(String regex) {
        this.regex = regex;
        this.hints = Hints.of(regex);
        this.begins = hints.begins().toArray(String[]::new);
        this.needs = hints.all().stream()
                .filter(texts -> !texts.equals(hints.any()))
                .map(texts -> texts.toArray(String[]::new))
                .toArray(String[][]::new);
    }

    /** Texts in small letters of which every such line has at least one. */
    Set<String> hints() {
        return hints.any();
    }

    /** The expression itself. */
    Pattern pattern() {
        Pattern made = pattern;
        if (made == null) {
            made = Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
            pattern = made;
        }
        return made;
    }

    /**
     * The first group in the first match that stands in a line, empty where none does; nothing where the line looks
     * otherwise.
     *
     * @param line one of which a hint is known to stand in it
     * @param small the same in small letters, by {@link Hints#small}
     */
    Optional<String> in(String line, String small) {
        for (String[] texts : needs) {
            if (!hasOne(small, texts)) {
                return Optional.empty();
            }
        }
        Matcher matcher = pattern().matcher(line);
        return (begins.length == 0 ? matcher.find() : begun(matcher, small))
                ? Optional.of(group(matcher))
                : Optional.empty();
    }

    private boolean begun(Matcher matcher, String small) {
        matcher.useTransparentBounds(true).useAnchoringBounds(false);
        int[] next = new int[begins.length];
        for (int i = 0; i < next.length; i++) {
            next[i] = place(small, i, 0);
        }
        for (int at = least(next); at < small.length(); at = least(next)) {
            if (matcher.region(at, small.length()).lookingAt()) {
                return true;
            }
            for (int i = 0; i < next.length; i++) {
                if (next[i] == at) {
                    next[i] = place(small, i, at + 1);
                }
            }
        }
        return false;
    }

    /** Where a beginning stands next; behind the end where nowhere. */
    private int place(String small, int begin, int from) {
        int at = small.indexOf(begins[begin], from);
        return at < 0 ? Integer.MAX_VALUE : at;
    }

    private static int least(int[] places) {
        int least = Integer.MAX_VALUE;
        for (int place : places) {
            least = Math.min(least, place);
        }
        return least;
    }

    private static boolean hasOne(String small, String[] texts) {
        for (String text : texts) {
            if (small.contains(text)) {
                return true;
            }
        }
        return false;
    }

    private static String group(Matcher matcher) {
        for (int i = 1; i <= matcher.groupCount(); i++) {
            String group = matcher.group(i);
            if (group != null) {
                return group;
            }
        }
        return "";
    }
}
