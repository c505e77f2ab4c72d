package dev.gangway.ui.certificates;

import dev.gangway.pki.authority.Template;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A stretch of time in which certificates end: one bar of the chart.
 *
 * @param kind what it is
 * @param from first moment in it
 * @param to first moment after it
 * @param month of a month
 */
record Period(Kind kind, Instant from, Instant to, Optional<YearMonth> month) {
    private static final int MONTHS = 12;

    /** What a bar stands for. */
    enum Kind {
        /** What has ended. */
        OVER,
        /** One month. */
        MONTH,
        /** Everything after the months. */
        LATER
    }

    /** The bars as of now: what is over, twelve months, what comes later; one never leaves the other a gap. */
    static List<Period> asOf(Instant now, ZoneId zone) {
        List<Period> periods = new ArrayList<>();
        periods.add(new Period(Kind.OVER, Instant.EPOCH, now, Optional.empty()));
        YearMonth first = YearMonth.from(now.atZone(zone));
        Instant from = now;
        for (int i = 0; i < MONTHS; i++) {
            YearMonth month = first.plusMonths(i);
            Instant end = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
            periods.add(new Period(Kind.MONTH, from, end, Optional.of(month)));
            from = end;
        }
        periods.add(new Period(Kind.LATER, from, Template.NO_END.plus(1, ChronoUnit.DAYS), Optional.empty()));
        return periods;
    }

    boolean holds(Instant end) {
        return !end.isBefore(from) && end.isBefore(to);
    }
}
