package dev.gangway.faultlab;

import dev.gangway.faultlab.Reported.Line;
import dev.gangway.faultlab.Reported.Score;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How good the bench is: reports and the lab's own trials, counted by group, on {@link Page the page}. */
final class Scores {
    private static final String REPORTS = "Reports";
    private static final String SCORE = "Score";
    private static final Pattern SECTION =
            Pattern.compile("<!-- (?!end of )(.+) -->\n\\| What was done \\|[\\s\\S]*?<!-- end of \\1 -->");

    private Scores() {}

    /** Prints reports and score; writes them to the page where that was asked for. */
    static void show(List<Line> lines) {
        Page.show(REPORTS, Line.HEAD + lines.stream().map(Line::markdown).collect(Collectors.joining("\n", "", "\n")));
        Page.show(SCORE, table(lines));
    }

    /** Counts anew what stands on the page. */
    static void renew() {
        Page.show(SCORE, table(reports()));
    }

    /** The lines of the score that count reports. */
    static List<String> reported(String table) {
        return table.lines().filter(line -> line.contains("reported")).toList();
    }

    /** The reports as the page has them. */
    static List<Line> reports() {
        return Page.read(REPORTS)
                .lines()
                .skip(2)
                .filter(line -> line.startsWith("|"))
                .map(Line::parse)
                .toList();
    }

    /** Right, vague, wrong, wrong and certain, by group. */
    static String table(List<Line> reports) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        reports.forEach(line -> groups.computeIfAbsent("reported: " + line.group(), _ -> new java.util.ArrayList<>())
                .add(line.score()));
        own().forEach((section, count) ->
                groups.put("made here: " + section, java.util.Collections.nCopies(count, Score.RIGHT.toString())));
        List<String> all = groups.values().stream().flatMap(List::stream).toList();
        List<String> reported = reports.stream().map(Line::score).toList();
        return "| Group | Cases | Right | Vague | Wrong | Wrong and certain |\n|---|---|---|---|---|---|\n"
                + Stream.concat(
                                groups.entrySet().stream().map(group -> row(group.getKey(), group.getValue())),
                                Stream.of(row("**all reported**", reported), row("**all**", all)))
                        .collect(Collectors.joining("\n", "", "\n"));
    }

    /** The lab's own trials of causes; each has to come out as expected, else its class fails. */
    private static Map<String, Integer> own() {
        Map<String, Integer> sections = new LinkedHashMap<>();
        SECTION.matcher(Page.text()).results().map(found -> found.group(1)).forEach(section -> {
            int count = Tables.rows(section).size();
            if (count > 0) {
                sections.put(section, count);
            }
        });
        return sections;
    }

    private static String row(String group, List<String> scores) {
        return "| %s | %d | %s | %s | %s | %s |"
                .formatted(
                        group,
                        scores.size(),
                        part(scores, Score.RIGHT),
                        part(scores, Score.VAGUE),
                        part(scores, Score.WRONG),
                        part(scores, Score.WRONG_AND_CERTAIN));
    }

    private static String part(List<String> scores, Score of) {
        long count = scores.stream().filter(of.toString()::equals).count();
        return count == 0 ? "–" : count + " (" + Math.round(100.0 * count / scores.size()) + " %)";
    }
}
