package dev.gangway.bench.logs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The plain texts in a regular expression: what lets most lines be passed over without trying the expression, and the
 * others be tried in few places. Knows the forms that the files of the stacks use. All in small letters as {@link
 * #small} makes them.
 *
 * @param any texts at least one of which every match contains; empty where none is long enough
 * @param all several such sets, of each of which every match contains a text
 * @param begins texts with one of which every match begins, of any length; empty where that is not known
 */
record Hints(Set<String> any, List<Set<String>> all, Set<String> begins) {
    static final int SHORTEST = 3;

    static Hints of(String regex) {
        return new Reader(regex).alternatives();
    }

    /** With the letters A to Z made small, as regular expressions compare them; every character stays in its place. */
    static String small(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isCapital(text.charAt(i))) {
                char[] small = text.toCharArray();
                for (int at = i; at < small.length; at++) {
                    if (isCapital(small[at])) {
                        small[at] += 'a' - 'A';
                    }
                }
                return new String(small);
            }
        }
        return text;
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }

    /** Reads one expression from left to right. */
    private static final class Reader {
        private final String regex;
        private int at;

        Reader(String regex) {
            this.regex = regex;
        }

        /** Reads to the end of a group or of the whole. */
        Hints alternatives() {
            List<Hints> read = new ArrayList<>();
            do {
                read.add(new Sequence().read());
            } while (at < regex.length() && regex.charAt(at++) == '|');
            if (read.size() == 1) {
                return read.getFirst();
            }
            Set<String> any = union(read.stream().map(Hints::any).toList());
            return new Hints(
                    any,
                    any.isEmpty() ? List.of() : List.of(any),
                    union(read.stream().map(Hints::begins).toList()));
        }

        /** All of them; none where one is empty. */
        private static Set<String> union(List<Set<String>> sets) {
            Set<String> all = new TreeSet<>();
            sets.forEach(all::addAll);
            return sets.stream().anyMatch(Set::isEmpty) ? Set.of() : all;
        }

        /** Reads a quantifier, where there is one; whether what is before it may be missing. */
        private boolean optional() {
            if (at >= regex.length()) {
                return false;
            }
            boolean may = false;
            switch (regex.charAt(at)) {
                case '?', '*' -> {
                    may = true;
                    at++;
                }
                case '+' -> at++;
                case '{' -> {
                    may = true;
                    at = regex.indexOf('}', at) + 1;
                }
                default -> {
                    return false;
                }
            }
            if (at < regex.length() && "?+".indexOf(regex.charAt(at)) >= 0) {
                at++;
            }
            return may;
        }

        private void skipClass() {
            if (regex.charAt(at) == '^') {
                at++;
            }
            while (regex.charAt(at) != ']') {
                at += regex.charAt(at) == '\\' ? 2 : 1;
            }
            at++;
        }

        /** What stands between two bars. */
        private final class Sequence {
            private final List<Set<String>> found = new ArrayList<>();
            private final StringBuilder run = new StringBuilder();
            private @Nullable Set<String> begins;

            Hints read() {
                while (at < regex.length() && "|)".indexOf(regex.charAt(at)) < 0) {
                    char c = regex.charAt(at++);
                    switch (c) {
                        case '(' -> {
                            end();
                            group();
                        }
                        case '[' -> {
                            end();
                            begin(Set.of());
                            skipClass();
                            optional();
                        }
                        case '.' -> {
                            end();
                            begin(Set.of());
                            optional();
                        }
                        case '^', '$' -> end();
                        case '\\' -> escaped(regex.charAt(at++));
                        default -> literal(c);
                    }
                }
                end();
                Set<String> any = found.stream()
                        .max(Comparator.comparingInt(Sequence::shortest))
                        .orElse(Set.of());
                return new Hints(any, List.copyOf(found), begins == null ? Set.of() : begins);
            }

            private void escaped(char c) {
                if (!Character.isLetterOrDigit(c)) {
                    literal(c);
                    return;
                }
                end();
                if (c != 'b') {
                    begin(Set.of());
                }
                optional();
            }

            private void literal(char c) {
                int before = at;
                if (optional()) {
                    end();
                    begin(Set.of());
                } else {
                    run.append(c);
                    if (at > before) {
                        end();
                    }
                }
            }

            private void group() {
                boolean counts = true;
                if (regex.startsWith("?:", at)) {
                    at += 2;
                } else if (at < regex.length() && regex.charAt(at) == '?') {
                    counts = false;
                    at++;
                }
                Hints inside = alternatives();
                counts &= !optional();
                begin(counts ? inside.begins() : Set.of());
                if (counts) {
                    found.addAll(inside.all());
                }
            }

            private void end() {
                if (!run.isEmpty()) {
                    Set<String> text = Set.of(small(run.toString()));
                    begin(text);
                    if (run.length() >= SHORTEST) {
                        found.add(text);
                    }
                    run.setLength(0);
                }
            }

            /** Only the first counts. */
            private void begin(Set<String> texts) {
                if (begins == null) {
                    begins = texts;
                }
            }

            private static int shortest(Set<String> texts) {
                return texts.stream().mapToInt(String::length).min().orElse(0);
            }
        }
    }
}
