package dev.gangway.bench.logs;

import dev.gangway.bench.logs.RecentLines.Known;
import dev.gangway.bench.logs.RecentLines.Met;
import dev.gangway.bench.logs.Rule.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads lines one by one and keeps what is known in them. For one log; not safe for several threads. */
final class Scan {
    /** Of each rule this many lines are kept; of a log that repeats itself that is enough. */
    static final int MOST_OF_A_KIND = 500;

    static final int MOST_UNKNOWN = 200;

    /** So many times the same success is none. */
    private static final int OFTEN = 4;

    private static final String CONNECTED_AGAIN = "CONNECTED_AGAIN";

    /** Commands that close what may be closed already: that they are refused is no fault. */
    private static final Pattern CLOSING =
            Pattern.compile("AT[+%#](?:CIPCLOSE|CIPSHUT|QICLOSE|QSSLCLOSE|QMTCLOSE|QMTDISC"
                    + "|QIDEACT|CACLOSE|CCHCLOSE|CCHSTOP|CMQTTDISC|CMQTTREL|CMQTTSTOP|SMDISC|NETCLOSE|SHDISC|HTTPTERM|CIPRXGET=1"
                    + "|USOCL|UMQTTC=0|MQDISC|SH=|XMQTTCON=0)");

    private static final Pattern REFUSED = Pattern.compile("^ERROR$|[->] ERROR$|^\\+CM[ES] ERROR");

    /** A rule that a line fulfils. */
    private record Match(int line, String text, Rule rule, String code) {}

    private final RecentLines recent = new RecentLines();
    private final Masking masking = new Masking();
    private final List<Match> matches = new ArrayList<>();
    private final List<Sighting> byName = new ArrayList<>();
    private final Map<Object, Integer> kept = new IdentityHashMap<>();
    private final Set<String> marks = new HashSet<>();
    private final List<Reading.UnknownLine> unknown = new ArrayList<>();
    private final List<LogLine> firstLines = new ArrayList<>();
    private final BrokenLine broken = new BrokenLine();
    private final NavigableMap<Integer, Double> times = new TreeMap<>();
    private String command = "";
    private int lines;
    private int empty;
    private int known;
    private int secret;
    private boolean left;

    void accept(LogLine line) {
        lines++;
        if (line.isEmpty()) {
            empty++;
            return;
        }
        if (firstLines.size() <= Bare.MOST_LINES) {
            firstLines.add(line);
        }
        Known seen = recent.of(withCommand(line.text()));
        if (!seen.speaks()) {
            seen = broken.with(line.text())
                    .map(recent::of)
                    .filter(Known::speaks)
                    .orElse(seen);
        }
        if (!seen.tells()) {
            String words = RecentLines.wordsApart(line.text());
            seen = words.equals(line.text()) ? seen : seen.with(recent.ofWords(words));
        }
        broken.after(line.text(), seen.speaks());
        boolean isKnown = seen.isKnown();
        List<Met> met = seen.met().stream().filter(each -> keeps(each.rule())).toList();
        List<List<Entry>> named = seen.named().stream()
                .filter(entries -> room(entries.getFirst()))
                .toList();
        boolean shown = !met.isEmpty() || !named.isEmpty() || !isKnown && unknown.size() < MOST_UNKNOWN;
        if (!shown) {
            masking.pass(line.text());
            known += isKnown ? 1 : 0;
            return;
        }
        LineTime.of(line.text()).ifPresent(time -> times.put(line.number(), time));
        String masked = masking.mask(line.text());
        met.forEach(each -> matches.add(new Match(line.number(), masked, each.rule(), each.code())));
        named.forEach(entries -> byName.add(
                new Sighting(line.number(), masked, entries.getFirst().code(), entries)));
        if (isKnown) {
            known++;
        } else if (masked.equals(Masking.BLOT)) {
            secret++;
        } else {
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

    /** When the lines were written that say something, by their number, in seconds; see {@link LineTime}. */
    NavigableMap<Integer, Double> times() {
        return times;
    }

    /** What was met, in the order of the lines; of one line what says most. */
    List<Sighting> sightings() {
        Map<Integer, List<Match>> byLine = new HashMap<>();
        for (Match match : matches) {
            if (Rule.SPEAKING.contains(match.rule().kind())
                    && match.rule().condition().holds(marks)) {
                byLine.computeIfAbsent(match.line(), _ -> new ArrayList<>()).add(match);
            }
        }
        List<Sighting> all = new ArrayList<>(byName);
        Set<Integer> named = byName.stream()
                .filter(sighting -> sighting.meaning().isTrouble())
                .map(Sighting::line)
                .collect(Collectors.toSet());
        byLine.forEach((line, met) -> {
            List<Sighting> own = spoken(met, false);
            boolean clear = named.contains(line)
                    || own.stream().anyMatch(sighting -> sighting.meaning().isTrouble());
            all.addAll(own);
            if (!clear) {
                all.addAll(spoken(met, true));
            }
        });
        return Distinct.of(all);
    }

    /** What is met in one line by rules that come last, or by the others; rules with a condition that holds come first. */
    private static List<Sighting> spoken(List<Match> line, boolean last) {
        List<Match> met = line.stream()
                .filter(match -> Rule.LAST.contains(match.rule().kind()) == last
                        && !sightings(match).isEmpty())
                .toList();
        boolean conditional =
                met.stream().anyMatch(match -> match.rule().condition().asks());
        return met.stream()
                .filter(match -> !conditional || match.rule().condition().asks())
                .flatMap(match -> sightings(match).stream())
                .toList();
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

    /**
     * The last of several lines that tell of one success, where each success is to last: a client that connects again
     * and again was lost in between. Nothing for servers, where each is another client's.
     */
    Optional<Sighting> again() {
        if (marks.contains("server")) {
            return Optional.empty();
        }
        Map<String, List<Match>> alike = matches.stream()
                .filter(match -> match.rule().kind() == Kind.GOOD
                        && match.rule().condition().holds(marks))
                .collect(Collectors.groupingBy(match -> match.text().replaceAll("\\d+", "0")));
        List<Entry> entries = Stacks.known().entries().stream()
                .filter(entry -> entry.name().equals(CONNECTED_AGAIN))
                .toList();
        return alike.values().stream()
                .filter(same -> same.size() >= OFTEN)
                .map(List::getLast)
                .findFirst()
                .map(last -> new Sighting(last.line(), last.text(), "", entries));
    }

    /** A modem's answer ERROR says nothing without the command before it. */
    private String withCommand(String text) {
        int at = Math.max(text.indexOf("AT+"), Math.max(text.indexOf("AT%"), text.indexOf("AT#")));
        if (at >= 0) {
            command = text.substring(at);
        }
        if (CLOSING.matcher(command).lookingAt() && REFUSED.matcher(text).find()) {
            return command;
        }
        if (text.endsWith("CLOSE OK") && command.startsWith("AT+CIPSTART")) {
            return command + " → CLOSE OK";
        }
        boolean refused = text.equals("ERROR") || text.endsWith("- ERROR") || text.endsWith("> ERROR");
        return refused && !command.isEmpty() ? command + " → ERROR" : text;
    }

    /** Whether there is room for one more of a rule; marks are only noted. */
    private boolean keeps(Rule rule) {
        if (rule.kind() == Kind.MARK) {
            marks.add(rule.name());
            return false;
        }
        return room(rule);
    }

    private boolean room(Object kind) {
        boolean room = kept.merge(kind, 1, Integer::sum) <= MOST_OF_A_KIND;
        left |= !room;
        return room;
    }

    private static List<Sighting> sightings(Match match) {
        if (match.rule().tables().isEmpty()) {
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
}
