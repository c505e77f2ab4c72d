package dev.gangway.bench.logs;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a line looks that fulfils a rule: a regular expression, made when the first line comes that may fulfil it, and
 * tried only where it can begin. An expression that begins with {@code ^(?!.*X).*} is tried where X is not in the line.
 * Small and capital letters are alike. Safe for several threads.
 */
final class Look {
    private static final String UNLESS = "^(?!.*";
    private static final String THEN = ").*";

    private final String regex;
    private final String unless;
    private final String rest;
    private final Set<String> hints;
    private final String[] begins;
    private final String[][] needs;
    private volatile @Nullable Made made;

    /** The expressions, for lines in small letters. */
    private record Made(Optional<Pattern> unless, Pattern rest) {}

    Look(String regex) {
        this.regex = regex;
        int then = regex.startsWith(UNLESS) ? endOfGroup(regex) : -1;
        boolean excepts = then > 0 && regex.startsWith(THEN, then);
        this.unless = excepts ? regex.substring(UNLESS.length(), then) : "";
        this.rest = excepts ? regex.substring(then + THEN.length()) : regex;
        Hints found = Hints.of(rest);
        this.hints = found.any();
        this.begins = found.begins().toArray(String[]::new);
        this.needs = found.all().stream()
                .filter(texts -> !texts.equals(hints))
                .map(texts -> texts.toArray(String[]::new))
                .toArray(String[][]::new);
    }

    /** Texts in small letters of which every such line has at least one. */
    Set<String> hints() {
        return hints;
    }

    /** The expression as it is written. */
    String regex() {
        return regex;
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
        Made with = made();
        if (with.unless().isPresent() && with.unless().get().matcher(small).find()) {
            return Optional.empty();
        }
        Matcher matcher = with.rest().matcher(small);
        return (begins.length == 0 ? matcher.find() : begun(matcher, small))
                ? Optional.of(group(matcher, line))
                : Optional.empty();
    }

    /** Makes the expression now; for tests, which are to see a wrong one. */
    void make() {
        made();
    }

    private Made made() {
        Made ready = made;
        if (ready == null) {
            ready = new Made(
                    unless.isEmpty() ? Optional.empty() : Optional.of(Pattern.compile(small(unless))),
                    Pattern.compile(small(rest)));
            made = ready;
        }
        return ready;
    }

    /** The expression for small letters: its escapes stay as they are. */
    private static String small(String regex) {
        StringBuilder small = new StringBuilder(Hints.small(regex));
        for (int i = 0; i + 1 < regex.length(); i++) {
            if (regex.charAt(i) == '\\') {
                i++;
                small.setCharAt(i, regex.charAt(i));
            }
        }
        return small.toString();
    }

    /** Where the group closes that begins the expression; -1 where it does not. */
    private static int endOfGroup(String regex) {
        int depth = 0;
        for (int i = 1; i < regex.length(); i++) {
            char c = regex.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return i;
            }
        }
        return -1;
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

    private static String group(Matcher matcher, String line) {
        for (int i = 1; i <= matcher.groupCount(); i++) {
            if (matcher.start(i) >= 0) {
                return line.substring(matcher.start(i), matcher.end(i));
            }
        }
        return "";
    }
}
