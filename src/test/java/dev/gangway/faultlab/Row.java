package dev.gangway.faultlab;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One line of the lab's table.
 *
 * @param name what was done
 * @param kind {@link #FAULT} or {@link #NEAR_MISS}
 * @param near codes that it comes close to, and must not be taken for; a fault may be the near miss of another one
 * @param expected the code that has to come out
 * @param seen the code that came out
 */
record Row(String name, String kind, List<String> near, String expected, String seen) {
    static final String FAULT = "fault";
    static final String NEAR_MISS = "near miss";

    private static final Pattern LINE = Pattern.compile(
            "\\| (.+) \\| (fault|near miss) \\| (.*) \\| `(\\S+)` \\| `(\\S+)`(?: \\*\\*differs\\*\\*)? \\|");
    private static final Pattern CODE = Pattern.compile("`(\\S+)`");

    String markdown() {
        String codes = near.stream().map(code -> "`" + code + "`").collect(Collectors.joining(" "));
        String verdict = isAsExpected() ? "" : " **differs**";
        return "| %s | %s | %s | `%s` | `%s`%s |".formatted(name, kind, codes, expected, seen, verdict);
    }

    static Row parse(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no line of the lab's table: " + line);
        }
        List<String> near = CODE.matcher(matcher.group(3))
                .results()
                .map(found -> found.group(1))
                .toList();
        return new Row(matcher.group(1), matcher.group(2), near, matcher.group(4), matcher.group(5));
    }

    boolean isFault() {
        return kind.equals(FAULT);
    }

    boolean isAsExpected() {
        return expected.equals(seen);
    }
}
