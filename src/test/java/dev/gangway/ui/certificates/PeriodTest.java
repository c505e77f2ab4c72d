package dev.gangway.ui.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.pki.authority.Template;
import dev.gangway.ui.certificates.Period.Kind;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PeriodTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final List<Period> BARS = Period.asOf(NOW, ZoneId.of("Europe/Berlin"));

    @Test
    void everyMomentIsInExactlyOneBar() {
        assertThat(Stream.of(
                        Instant.parse("2001-01-01T00:00:00Z"),
                        NOW.minusMillis(1),
                        NOW,
                        Instant.parse("2026-11-30T22:59:59Z"),
                        Instant.parse("2026-11-30T23:00:00Z"),
                        Instant.parse("2027-10-31T22:59:59Z"),
                        Instant.parse("2027-10-31T23:00:00Z"),
                        Template.NO_END))
                .allSatisfy(moment ->
                        assertThat(BARS).filteredOn(bar -> bar.holds(moment)).hasSize(1));
    }

    @Test
    void theBarsAreThePastTwelveMonthsAndTheRest() {
        assertThat(BARS).hasSize(14);
        assertThat(BARS.getFirst().kind()).isEqualTo(Kind.OVER);
        assertThat(BARS.get(1).month()).contains(YearMonth.of(2026, 11));
        assertThat(BARS.get(12).month()).contains(YearMonth.of(2027, 10));
        assertThat(BARS.getLast().holds(Template.NO_END)).isTrue();
    }

    @Test
    void aMonthBeginsAtMidnightOfThePlace() {
        Instant midnightInBerlin = Instant.parse("2026-11-30T23:00:00Z");
        assertThat(BARS.get(1).holds(midnightInBerlin.minusSeconds(1))).isTrue();
        assertThat(BARS.get(2).holds(midnightInBerlin)).isTrue();
    }
}
