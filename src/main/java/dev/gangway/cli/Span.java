package dev.gangway.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A length of time as people write it: {@code 90s}, {@code 5m}, {@code 1h}; a number alone counts seconds. */
final class Span {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,6})([smh]?)");

    private Span() {}

    static Duration parse(String option, String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            throw ConnectionOptions.badValue(option, text);
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofSeconds(number);
        };
    }
}
