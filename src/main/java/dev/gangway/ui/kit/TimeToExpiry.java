package dev.gangway.ui.kit;

import dev.gangway.ui.text.Words;
import java.time.Duration;
import java.time.Instant;

/**
 * How long a certificate still holds.
 *
 * @param end last moment of its validity
 * @param days whole days from now to then; negative once it has ended
 */
public record TimeToExpiry(Instant end, long days) {
    /** From how many days on there is nothing to do yet. */
    public static final int SOON_DAYS = 30;

    /** What is left at this moment. */
    public static TimeToExpiry of(Instant end, Instant now) {
        return new TimeToExpiry(
                end,
                Math.floorDiv(
                        Duration.between(now, end).toSeconds(),
                        Duration.ofDays(1).toSeconds()));
    }

    /** Whether it has ended. */
    public boolean isOver() {
        return days < 0;
    }

    /** How good that is. */
    public Level level() {
        if (isOver()) {
            return Level.BAD;
        }
        return days < SOON_DAYS ? Level.WARNING : Level.OK;
    }

    /** As short as it goes, for a table: {@code 12 d}, {@code expired}. */
    public String brief(Words words) {
        return isOver()
                ? words.get("expiry.over")
                : words.get("expiry.days", "n", words.formats().number(days));
    }

    /** With the date: {@code expires 3 Dec 2026, in 12 days}. */
    public String sentence(Words words) {
        String date = words.formats().date(end);
        return isOver()
                ? words.get("expiry.sentence.over", "date", date)
                : words.get("expiry.sentence", "date", date, "left", words.count("expiry.left", days));
    }
}
