package dev.gangway.faultlab;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lab's tables of trials, and the causes that no table shows, as {@link Page the page} has them. */
final class Tables {
    private static final String HEAD = "| What was done | Kind | Close to | Expected | Seen |\n|---|---|---|---|---|\n";
    private static final Pattern SECTION = Pattern.compile(
            "<!-- (?!end of )(.+) -->\n" + Pattern.quote(HEAD) + "((?:\\|.*\\|\n)*)<!-- end of \\1 -->\n");
    private static final String NOT_SHOWN = "## What one machine cannot show\n";
    private static final Pattern REASON = Pattern.compile("(?m)^\\| `(\\S+)` \\| (.+) \\|$");

    private Tables() {}

    /** The lines of one section; none where there is no such section. */
    static List<Row> rows(String section) {
        return sections().getOrDefault(section, List.of());
    }

    /** All lines. */
    static List<Row> rows() {
        return sections().values().stream().flatMap(List::stream).toList();
    }

    private static Map<String, List<Row>> sections() {
        Map<String, List<Row>> all = new LinkedHashMap<>();
        SECTION.matcher(Page.text()).results().forEach(section -> all.put(section.group(1), parse(section.group(2))));
        return all;
    }

    private static List<Row> parse(String lines) {
        return lines.lines().map(Row::parse).toList();
    }

    /** Codes that no table shows, each with the reason. */
    static Map<String, String> reasons() {
        String text = Page.text();
        int from = text.indexOf(NOT_SHOWN);
        return from < 0
                ? Map.of()
                : REASON.matcher(text.substring(from))
                        .results()
                        .collect(Collectors.toMap(reason -> reason.group(1), reason -> reason.group(2)));
    }

    static String table(List<Row> rows) {
        return Stream.concat(Stream.of(HEAD.stripTrailing()), rows.stream().map(Row::markdown))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
