package dev.gangway.vault.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Points in time are read as the JDK reads them. */
class InstantTextTest {
    @Test
    void whateverTheJdkWritesIsReadBack() {
        Random random = new Random(3);
        int[] units = {1, 1000, 1_000_000, 1_000_000_000};
        for (int i = 0; i < 20_000; i++) {
            int unit = units[i % units.length];
            long second = random.nextLong(Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond());
            for (long each : new long[] {second, second % 200_000_000_000L, second % 4_000_000_000L}) {
                Instant instant = Instant.ofEpochSecond(each, random.nextInt(1_000_000_000) / unit * unit);
                assertThat(Scalars.instant(instant.toString())).isEqualTo(instant);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-30T24:00:00Z", "2026-11-30T23:59:60Z", "2026-11-30T12:00:00+02:00", "2026-11-30T12:00:00.5Z",
                "2026-11-30T12:00:00.123456789Z", "2024-02-29T00:00:00Z", "2026-11-30t12:00:00z",
                        "+12026-11-30T12:00:00Z"
            })
    void rareFormsAreReadAsTheJdkReadsThem(String text) {
        assertThat(Scalars.instant(text)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2026-11-30",
                "2026-02-30T12:00:00Z",
                "2026-13-01T12:00:00Z",
                "2026-11-30T25:00:00Z",
                "2026-11-30T12:60:00Z",
                "2026-11-30T12:00:00.1234567890Z",
                "2026-11-30T12:00:0xZ",
                "20-6-11-30T12:00:00Z",
                "2026-11-30T12:00:00.-1Z",
                "2026-11-30T12:00:00 Z"
            })
    void whatIsNoPointInTimeIsRefused(String text) {
        assertThatThrownBy(() -> Instant.parse(text)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> Scalars.instant(text)).isInstanceOf(DateTimeException.class);
    }
}
