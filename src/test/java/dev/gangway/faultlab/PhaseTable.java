package dev.gangway.faultlab;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What every misdeed came to in every phase. Safe for use by several threads. */
final class PhaseTable {
    private static final String SECTION = "Servers that misbehave";

    private final Map<String, Map<Misdeed, String>> rows = new LinkedHashMap<>();

    synchronized void add(Phase phase, Misdeed misdeed, String code) {
        rows.computeIfAbsent(phase.name(), _ -> new EnumMap<>(Misdeed.class)).put(misdeed, code);
    }

    /** What the docs say; empty where they do not. */
    static String documented(Phase phase, Misdeed misdeed) {
        return Page.read(SECTION)
                .lines()
                .filter(line -> line.startsWith("| " + phase.name() + " |"))
                .map(line -> line.split("\\|")[misdeed.ordinal() + 2].strip().replace("`", ""))
                .findFirst()
                .orElse("");
    }

    void finish() {
        String head = Stream.of(Misdeed.values()).map(PhaseTable::words).collect(Collectors.joining(" | "));
        String rule = "|---".repeat(Misdeed.values().length + 1) + "|\n";
        String body = rows.entrySet().stream()
                .map(row -> "| " + row.getKey() + " | "
                        + Stream.of(Misdeed.values())
                                .map(misdeed -> "`" + row.getValue().getOrDefault(misdeed, "") + "`")
                                .collect(Collectors.joining(" | "))
                        + " |\n")
                .collect(Collectors.joining());
        Page.show(SECTION, "| We wait for | " + head + " |\n" + rule + body);
    }

    private static String words(Misdeed misdeed) {
        return misdeed.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
