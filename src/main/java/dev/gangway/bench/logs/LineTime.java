package dev.gangway.bench.logs;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a line was written, as far as it says so: of two lines of one log the difference is what counts. */
final class LineTime {
    /** Times stand at the beginning; what stands behind is rather a duration. */
    private static final int WHERE = 48;

    private static final double MINUTE = 60;
    private static final double HOUR = 60 * MINUTE;
    private static final double DAY = 24 * HOUR;

    /** The hour of the day, to the second at least: {@code 12:16:47}, {@code 2026-01-02T10:00:00.123}. */
    private static final Pattern CLOCK =
            Pattern.compile("(?<![\\d:])(\\d{2}):(\\d{2}):(\\d{2})(?:[.,](\\d{1,6}))?(?![:\\d])");

    /** Milliseconds since the start, as ESP-IDF writes them: {@code E (12345) tag}. */
    private static final Pattern SINCE_START = Pattern.compile("^[EWIDV] \\((\\d{1,10})\\) ");

    /** Seconds since 1970, as Mosquitto writes them. */
    private static final Pattern SECONDS = Pattern.compile("^(1\\d{9}): ");

    private LineTime() {}

    /** In seconds from a beginning that is the same for a log; nothing where the line does not begin with a time. */
    static OptionalDouble of(String line) {
        String begin = line.length() > WHERE ? line.substring(0, WHERE) : line;
        Matcher since = SINCE_START.matcher(begin);
        if (since.find()) {
            return OptionalDouble.of(Long.parseLong(since.group(1)) / 1000.0);
        }
        Matcher seconds = SECONDS.matcher(begin);
        if (seconds.find()) {
            return OptionalDouble.of(Long.parseLong(seconds.group(1)) % DAY);
        }
        Matcher clock = CLOCK.matcher(begin);
        if (!clock.find()) {
            return OptionalDouble.empty();
        }
        double fraction = clock.group(4) == null ? 0 : Double.parseDouble("0." + clock.group(4));
        return OptionalDouble.of(Integer.parseInt(clock.group(1)) * HOUR
                + Integer.parseInt(clock.group(2)) * MINUTE
                + Integer.parseInt(clock.group(3))
                + fraction);
    }

    /** How many seconds went by, where the later line is the next day's too. */
    static double between(double earlier, double later) {
        return later >= earlier || earlier - later < DAY / 2 ? later - earlier : later - earlier + DAY;
    }
}
