package dev.gangway.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FormatsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private final Formats formats = Words.load(Locale.ENGLISH).formats();

    @Test
    void whatIsStillToComeIsNotJustNow() {
        assertThat(formats.ago(NOW.plusSeconds(30), NOW)).isEqualTo("just now");
        Instant later = NOW.plus(Duration.ofDays(3));
        assertThat(formats.ago(later, NOW)).isEqualTo(formats.dateTime(later));
        assertThat(formats.ago(NOW.minus(Duration.ofDays(3)), NOW)).isEqualTo("3 d");
    }
}
