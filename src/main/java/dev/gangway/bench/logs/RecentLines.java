package dev.gangway.bench.logs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is known in a line. Logs repeat themselves, so the answer for a line is kept for the next that differs from it in
 * the digits of its time only. Not safe for several threads.
 */
final class RecentLines {
    private static final int MOST = 20_000;

    /** Where times stand; codes of long lines stand behind it. */
    private static final int TIME = 26;

    private static final int LONG = 48;
    private static final int SHORTEST_NAME = 6;

    /** Where a word begins inside of a name. */
    private static final Pattern SEAM = Pattern.compile("(?<=[a-z])(?:_(?=[a-z])|(?=[A-Z][a-z]))");

    /** A line of a stack trace: names of places in a program, and no words. */
    private static final Pattern FRAME = Pattern.compile("\\s*(?:at \\S*[.(]|File \")");

    /** A rule that a line fulfils, and the code in it. */
    record Met(Rule rule, String code) {}

    /**
     * What is known in a line.
     *
     * @param met rules that it fulfils
     * @param named codes whose name stands in it
     */
    record Known(List<Met> met, List<List<Entry>> named) {
        /** Whether it says that something went wrong or well, and not only who wrote it. */
        boolean speaks() {
            return !named.isEmpty()
                    || met.stream()
                            .anyMatch(each -> Rule.SPEAKING.contains(each.rule().kind()));
        }

        /** Whether it says more than that something went wrong. */
        boolean tells() {
            return !named.isEmpty()
                    || met.stream()
                            .map(Met::rule)
                            .anyMatch(rule -> !rule.tables().isEmpty()
                                    || rule.entry().stream()
                                            .anyMatch(entry -> entry.meaning().weight() >= Meaning.TELLING));
        }

        /** The same with what the words say that are run together in its names. */
        Known with(List<Met> words) {
            return words.isEmpty()
                    ? this
                    : new Known(
                            Stream.concat(met.stream(), words.stream())
                                    .distinct()
                                    .toList(),
                            named);
        }

        boolean isKnown() {
            return !met.isEmpty() || !named.isEmpty();
        }
    }

    /** Made when the first line is read. */
    private static final class Shared {
        private static final RuleIndex INDEX = new RuleIndex(Stacks.known().rules());

        /** Of words alone, and of those only that tell much: nothing else counts in names that were taken apart. */
        private static final RuleIndex WORDS = new RuleIndex(Stacks.known().rules().stream()
                .filter(rule -> rule.kind() == Rule.Kind.SAYS
                        && rule.entry().getFirst().meaning().weight() >= Meaning.TELLING)
                .toList());

        private Shared() {}
    }

    private final Map<String, Known> recent = new HashMap<>();
    private final Map<String, List<Met>> apart = new HashMap<>();

    Known of(String line) {
        if (recent.size() >= MOST) {
            recent.clear();
        }
        return recent.computeIfAbsent(withoutTime(line), _ -> new Known(met(Shared.INDEX, line), names(line)));
    }

    /** What the words of a line tell once its names are taken apart. */
    List<Met> ofWords(String line) {
        if (apart.size() >= MOST) {
            apart.clear();
        }
        return apart.computeIfAbsent(withoutTime(line), _ -> met(Shared.WORDS, line));
    }

    /** With the words apart that a name like {@code RefusedNotAuthorized} runs together; itself where it has none. */
    static String wordsApart(String line) {
        return FRAME.matcher(line).lookingAt() ? line : SEAM.matcher(line).replaceAll(" ");
    }

    private static String withoutTime(String line) {
        if (line.length() < LONG) {
            return line;
        }
        StringBuilder same = new StringBuilder(line);
        for (int i = 0; i < TIME; i++) {
            if (Character.isDigit(line.charAt(i))) {
                same.setCharAt(i, '0');
            }
        }
        return same.toString();
    }

    private static List<Met> met(RuleIndex index, String line) {
        List<Met> met = new ArrayList<>();
        String small = Hints.small(line);
        boolean frame = FRAME.matcher(line).lookingAt();
        for (Rule rule : index.candidates(small)) {
            if (frame && Rule.LAST.contains(rule.kind())) {
                continue;
            }
            rule.look().in(line, small).ifPresent(code -> met.add(new Met(rule, code)));
        }
        return met;
    }

    private static List<List<Entry>> names(String text) {
        List<List<Entry>> found = new ArrayList<>();
        int begin = -1;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            boolean part = c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
            if (part && begin < 0) {
                begin = i;
            } else if (!part && begin >= 0) {
                if (i - begin >= SHORTEST_NAME) {
                    List<Entry> entries = Stacks.known().named(text.substring(begin, i));
                    if (!entries.isEmpty()) {
                        found.add(entries);
                    }
                }
                begin = -1;
            }
        }
        return found;
    }
}
