package dev.gangway.bench.logs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The plain texts in a regular expression, at least one of which every match contains: what lets most lines be passed
 * over without trying the expression. Knows the forms that the files of the stacks use.
 */
final class Hints {
    static final int SHORTEST = 3;

    private final String regex;
    private int at;

    private Hints(String regex) {
        this.regex = regex;
    }

    /** In small letters; empty where none is long enough. */
    static Set<String> of(String regex) {
        return new Hints(regex).alternatives();
    }

    /** Reads to the end of a group or of the whole. */
    private Set<String> alternatives() {
        Set<String> all = new TreeSet<>();
        boolean lacking = false;
        do {
            Set<String> one = sequence();
            lacking |= one.isEmpty();
            all.addAll(one);
        } while (at < regex.length() && regex.charAt(at++) == '|');
        return lacking ? Set.of() : all;
    }

    private Set<String> sequence() {
        List<Set<String>> found = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        while (at < regex.length() && "|)".indexOf(regex.charAt(at)) < 0) {
            char c = regex.charAt(at++);
            switch (c) {
                case '(' -> {
                    end(run, found);
                    group(found);
                }
                case '[' -> {
                    end(run, found);
                    skipClass();
                    optional();
                }
                case '.', '^', '$' -> {
                    end(run, found);
                    optional();
                }
                case '\\' -> {
                    char escaped = regex.charAt(at++);
                    if (Character.isLetterOrDigit(escaped)) {
                        end(run, found);
                        optional();
                    } else {
                        literal(escaped, run, found);
                    }
                }
                default -> literal(c, run, found);
            }
        }
        end(run, found);
        return found.stream().max(Comparator.comparingInt(Hints::shortest)).orElse(Set.of());
    }

    private void literal(char c, StringBuilder run, List<Set<String>> found) {
        if (optional()) {
            end(run, found);
        } else {
            run.append(c);
        }
    }

    private void group(List<Set<String>> found) {
        boolean counts = true;
        if (regex.startsWith("?:", at)) {
            at += 2;
        } else if (at < regex.length() && regex.charAt(at) == '?') {
            counts = false;
            at++;
        }
        Set<String> inside = alternatives();
        if (!optional() && counts && !inside.isEmpty()) {
            found.add(inside);
        }
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

    private static void end(StringBuilder run, List<Set<String>> found) {
        if (run.length() >= SHORTEST) {
            found.add(Set.of(run.toString().toLowerCase(Locale.ROOT)));
        }
        run.setLength(0);
    }

    private static int shortest(Set<String> texts) {
        return texts.stream().mapToInt(String::length).min().orElse(0);
    }
}
