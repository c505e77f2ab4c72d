package dev.gangway.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IdleLockTest {
    private Instant now = Instant.EPOCH;
    private final IdleLock lock = new IdleLock(() -> now, Optional.of(Duration.ofMinutes(10)));

    @Test
    void countsDownToZeroAndNotBeyond() {
        now = now.plusSeconds(60);
        assertThat(lock.left()).contains(Duration.ofMinutes(9));
        now = now.plusSeconds(3600);
        assertThat(lock.left()).contains(Duration.ZERO);
    }

    @Test
    void aTouchStartsAnew() {
        now = now.plusSeconds(599);
        lock.touch();
        assertThat(lock.left()).contains(Duration.ofMinutes(10));
    }

    @Test
    void neverLocksWhereThatIsSet() {
        lock.waitFor(Optional.empty());
        now = now.plusSeconds(1_000_000);
        assertThat(lock.left()).isEmpty();
    }
}
