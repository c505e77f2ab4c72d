package dev.gangway.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.background.Cancellation;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RunningWorkTest {
    private Instant now = Instant.EPOCH;
    private final RunningWork work = new RunningWork(() -> now);

    @Test
    void tellsRateAndTimeLeft() {
        RunningWork.Item item = work.begin("import", 100, new Cancellation());
        now = now.plusSeconds(5);
        item.progress(20);
        assertThat(item.rate()).isEqualTo(4.0);
        assertThat(item.left()).contains(Duration.ofSeconds(20));
    }

    @Test
    void tellsNothingThatNobodyCanKnow() {
        RunningWork.Item item = work.begin("waiting", 0, new Cancellation());
        now = now.plusSeconds(5);
        assertThat(item.left()).isEmpty();
    }

    @Test
    void cancelAsksAndEndTakesAway() {
        Cancellation cancellation = new Cancellation();
        RunningWork.Item item = work.begin("import", 100, cancellation);
        item.cancel();
        assertThat(cancellation.isCancelled()).isTrue();
        assertThat(work.items()).containsExactly(item);
        item.end();
        assertThat(work.items()).isEmpty();
    }
}
