package dev.gangway.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IdleLockTest {
    private Instant now = Instant.EPOCH;
    private long counted;
    private final IdleLock lock = new IdleLock(() -> now, () -> counted, Optional.of(Duration.ofMinutes(10)));

    @Test
    void countsDownToZeroAndNotBeyond() {
        pass(60);
        assertThat(lock.left()).contains(Duration.ofMinutes(9));
        pass(3600);
        assertThat(lock.left()).contains(Duration.ZERO);
    }

    @Test
    void aTouchStartsAnew() {
        pass(599);
        lock.touch();
        assertThat(lock.left()).contains(Duration.ofMinutes(10));
    }

    @Test
    void neverLocksWhereThatIsSet() {
        lock.waitFor(Optional.empty());
        pass(1_000_000);
        assertThat(lock.left()).isEmpty();
    }

    @Test
    void aClockThatIsSetBackGivesNoTime() {
        pass(300);
        now = now.minus(Duration.ofDays(1));
        assertThat(lock.left()).contains(Duration.ofMinutes(5));
        pass(300);
        assertThat(lock.left()).contains(Duration.ZERO);
    }

    @Test
    void theSleepOfTheComputerCounts() {
        now = now.plus(Duration.ofHours(8)); // which the counter does not see
        assertThat(lock.left()).contains(Duration.ZERO);
    }

    private void pass(long seconds) {
        now = now.plusSeconds(seconds);
        counted += Duration.ofSeconds(seconds).toNanos();
    }
}
