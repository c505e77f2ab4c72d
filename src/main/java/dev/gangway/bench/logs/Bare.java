package dev.gangway.bench.logs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A code by itself, or nearly: somebody pasted the number and not the log. It is looked up everywhere, and whatever it
 * can be is named.
 */
final class Bare {
    /** In longer logs a number alone says nothing. */
    static final int MOST_LINES = 3;

    private static final int MOST_READINGS = 6;
    private static final Pattern NUMBER = Pattern.compile(
            "(?i)^\\W*(?:[a-z_"
                    + " ]{0,24}\\b(?:err(?:or|no)?|rc|ret|code|status|state|result|returned|reason|failed)\\b[^\\w-]{0,4}(?:code|no|number|is|with)?[^\\w-]{0,3})?(-?0x[0-9a-f]{2,6}|-?\\d{1,6})\\W*$");

    private Bare() {}

    /** What the numbers can be; nothing in a log that is longer. */
    static List<Sighting> of(List<LogLine> lines) {
        List<Sighting> found = new ArrayList<>();
        if (lines.size() <= MOST_LINES) {
            lines.forEach(line -> of(line).ifPresent(found::add));
        }
        return found;
    }

    private static Optional<Sighting> of(LogLine line) {
        Matcher number = NUMBER.matcher(line.text());
        if (!number.matches()) {
            return Optional.empty();
        }
        String code = number.group(1);
        Map<String, Entry> readings = new LinkedHashMap<>();
        for (Table table : Stacks.known().tables()) {
            if (table.has("bare")) {
                table.find(code).stream()
                        .filter(entry -> entry.meaning().isTrouble())
                        .forEach(entry -> readings.putIfAbsent(
                                entry.stack() + entry.meaning().id(), entry));
            }
        }
        return readings.isEmpty()
                ? Optional.empty()
                : Optional.of(new Sighting(
                        line.number(),
                        line.text(),
                        code,
                        readings.values().stream().limit(MOST_READINGS).toList()));
    }
}
