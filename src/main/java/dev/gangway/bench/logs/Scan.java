package dev.gangway.bench.logs;

import dev.gangway.bench.logs.Rule.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;

/** Reads lines one by one and keeps what is known in them. For one log; not safe for several threads. */
final class Scan {
    /** Of each rule this many lines are kept; of a log that repeats itself that is enough. */
    static final int MOST_OF_A_KIND = 500;

    static final int MOST_UNKNOWN = 200;
    private static final int SHORTEST_NAME = 6;

    private static final class Shared {
        private static final RuleIndex INDEX = new RuleIndex(Stacks.known().rules());

        private Shared() {}
    }

    /** A rule that a line fulfils. */
    private record Match(int line, String text, Rule rule, String code) {}

    private final Masking masking = new Masking();
    private final List<Match> matches = new ArrayList<>();
    private final List<Sighting> byName = new ArrayList<>();
    private final Map<Object, Integer> kept = new HashMap<>();
    private final Set<String> marks = new HashSet<>();
    private final List<Reading.UnknownLine> unknown = new ArrayList<>();
    private final List<LogLine> firstLines = new ArrayList<>();
    private int lines;
    private int empty;
    private int known;
    private int secret;
    private boolean left;

    void accept(LogLine line) {
        lines++;
        String masked = masking.mask(line.text());
        if (line.isEmpty()) {
            empty++;
            return;
        }
        if (firstLines.size() <= Bare.MOST_LINES) {
            firstLines.add(line);
        }
        boolean met = false;
        for (Rule rule : Shared.INDEX.candidates(line.lower())) {
            Matcher matcher = rule.pattern().matcher(line.text());
            if (matcher.find()) {
                met = true;
                keep(line.number(), masked, rule, group(matcher));
            }
        }
        met |= names(line, masked);
        if (met) {
            known++;
        } else if (masked.equals(Masking.BLOT)) {
            secret++;
        } else if (unknown.size() < MOST_UNKNOWN) {
            unknown.add(new Reading.UnknownLine(line.number(), masked));
        }
    }

    int lines() {
        return lines;
    }

    int knownLines() {
        return known;
    }

    int unknownLines() {
        return lines - empty - secret - known;
    }

    List<Reading.UnknownLine> unknown() {
        return List.copyOf(unknown);
    }

    /** Whether lines were left out because their like came too often. */
    boolean left() {
        return left;
    }

    /** The first lines that are not empty; all, where there are few. */
    List<LogLine> firstLines() {
        return firstLines;
    }

    /** Who wrote the log, as far as that was seen. */
    Set<String> marks() {
        return marks;
    }

    /** What was met, in the order of the lines; of one line what says most. */
    List<Sighting> sightings() {
        Map<Integer, List<Match>> byLine = new HashMap<>();
        for (Match match : matches) {
            boolean speaks = match.rule().kind() == Kind.CODE || match.rule().kind() == Kind.MEANS;
            if (speaks && match.rule().condition().holds(marks)) {
                byLine.computeIfAbsent(match.line(), _ -> new ArrayList<>()).add(match);
            }
        }
        List<Sighting> all = new ArrayList<>(byName);
        for (List<Match> line : byLine.values()) {
            boolean conditional =
                    line.stream().anyMatch(match -> match.rule().condition().asks());
            line.stream()
                    .filter(match -> !conditional || match.rule().condition().asks())
                    .forEach(match -> all.addAll(sightings(match)));
        }
        return Distinct.of(all);
    }

    Clues clues() {
        Clues clues = new Clues();
        matches.stream()
                .filter(match -> match.rule().kind() == Kind.CLUE
                        && match.rule().condition().holds(marks))
                .forEach(match ->
                        clues.add(new Clues.Clue(match.line(), match.rule().name(), match.code())));
        return clues;
    }

    /** Lines in which an attempt begins, or something worked. */
    List<Integer> turns(Kind kind) {
        return matches.stream()
                .filter(match ->
                        match.rule().kind() == kind && match.rule().condition().holds(marks))
                .map(Match::line)
                .distinct()
                .toList();
    }

    private void keep(int line, String masked, Rule rule, String code) {
        if (rule.kind() == Kind.MARK) {
            marks.add(rule.name());
        } else if (room(rule)) {
            matches.add(new Match(line, masked, rule, code));
        }
    }

    private boolean room(Object kind) {
        boolean room = kept.merge(kind, 1, Integer::sum) <= MOST_OF_A_KIND;
        left |= !room;
        return room;
    }

    /** Codes whose name stands in the line; whether there are any. */
    private boolean names(LogLine line, String masked) {
        String text = line.text();
        boolean met = false;
        int begin = -1;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            boolean part = c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
            if (part && begin < 0) {
                begin = i;
            } else if (!part && begin >= 0) {
                if (i - begin >= SHORTEST_NAME) {
                    List<Entry> entries = Stacks.known().named(text.substring(begin, i));
                    met |= !entries.isEmpty();
                    if (!entries.isEmpty() && room(entries.getFirst())) {
                        byName.add(new Sighting(
                                line.number(), masked, entries.getFirst().code(), entries));
                    }
                }
                begin = -1;
            }
        }
        return met;
    }

    private static List<Sighting> sightings(Match match) {
        if (match.rule().kind() == Kind.MEANS) {
            return List.of(
                    new Sighting(match.line(), match.text(), "", match.rule().entry()));
        }
        List<List<Entry>> found = match.rule().tables().stream()
                .map(table -> table.find(match.code()))
                .filter(entries -> !entries.isEmpty())
                .toList();
        if (found.size() > 1) {
            return List.of(new Sighting(
                    match.line(),
                    match.text(),
                    match.code(),
                    found.stream().flatMap(List::stream).toList()));
        }
        return found.stream()
                .flatMap(List::stream)
                .map(entry -> new Sighting(match.line(), match.text(), match.code(), List.of(entry)))
                .toList();
    }

    private static String group(Matcher matcher) {
        for (int i = 1; i <= matcher.groupCount(); i++) {
            if (matcher.group(i) != null) {
                return matcher.group(i);
            }
        }
        return "";
    }
}
