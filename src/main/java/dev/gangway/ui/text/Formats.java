package dev.gangway.ui.text;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes numbers, dates and durations as the locale of the words does, in the time zone of this machine. Immutable. */
public final class Formats {
    /** More names than these nobody reads. */
    private static final int NAMED = 8;

    private final Words words;

    Formats(Words words) {
        this.words = words;
    }

    /** A whole number with its separators. */
    public String number(long number) {
        return NumberFormat.getIntegerInstance(words.locale()).format(number);
    }

    /** Day, month, year. */
    public String date(Instant at) {
        return formatter(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)).format(at);
    }

    /** Date and time to the second. */
    public String dateTime(Instant at) {
        return formatter(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM))
                .format(at);
    }

    /** Hours and minutes. */
    public String time(Instant at) {
        return formatter(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)).format(at);
    }

    /** Microseconds as milliseconds with one decimal place, without the unit. */
    public String millis(long micros) {
        return String.format(words.locale(), "%,.1f", micros / 1000.0);
    }

    /** A size on the wire, in bytes or kB (1000 bytes). */
    public String bytes(long bytes) {
        return bytes < 1000 ? number(bytes) + " B" : String.format(words.locale(), "%,.1f kB", bytes / 1000.0);
    }

    /** Time left, as {@code 9:41} or {@code 1:09:41}. */
    public String clock(Duration left) {
        long seconds = Math.max(0, left.toSeconds());
        return seconds >= 3600
                ? String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }

    /** How long something took, in the unit that reads best: {@code 41.8 ms}, {@code 1.2 s}, {@code 3 min}. */
    public String took(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1000) {
            return String.format(words.locale(), "%.1f ms", duration.toNanos() / 1e6);
        }
        return millis < 60_000
                ? String.format(words.locale(), "%.1f s", millis / 1000.0)
                : number(duration.toMinutes()) + " min";
    }

    /**
     * How long ago, in one short phrase: {@code just now}, {@code 2 min}, {@code 5 h}, {@code 3 d}; the moment itself
     * where it is still to come, as after a clock was set back.
     */
    public String ago(Instant then, Instant now) {
        Duration past = Duration.between(then, now);
        if (past.toMinutes() < 0) {
            return dateTime(then);
        }
        if (past.toMinutes() < 1) {
            return words.get("ago.now");
        }
        if (past.toHours() < 1) {
            return words.get("ago.minutes", "n", number(past.toMinutes()));
        }
        return past.toDays() < 1
                ? words.get("ago.hours", "n", number(past.toHours()))
                : words.get("ago.days", "n", number(past.toDays()));
    }

    /** The first few of these names, and how many more there are. */
    public String names(List<String> all) {
        String first = all.stream().limit(NAMED).collect(Collectors.joining(", "));
        return all.size() > NAMED ? first + " " + words.count("names.more", all.size() - (long) NAMED) : first;
    }

    private DateTimeFormatter formatter(DateTimeFormatter style) {
        return style.withLocale(words.locale()).withZone(ZoneId.systemDefault());
    }
}
