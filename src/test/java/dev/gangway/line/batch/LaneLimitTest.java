package dev.gangway.line.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.line.batch.LaneLimit.Load;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** How many lanes a batch comes to with servers of several kinds, by a clock of the test's. */
class LaneLimitTest {
    private long nanos;
    private final LaneLimit limit = new LaneLimit(16, () -> nanos);

    @Test
    void aServerThatGetsQuickerWithMoreLanesGetsAll() {
        run(400, lanes -> lanes * 10.0);
        assertThat(limit.now()).isEqualTo(16);
    }

    @Test
    void aServerThatGainsNothingGetsAllAsWell() {
        run(400, lanes -> 50.0);
        assertThat(limit.now()).isEqualTo(16);
    }

    @Test
    void aServerThatBreaksDownUnderManyGetsFewer() {
        double[] sum = new double[1];
        for (int i = 0; i < 2_000; i++) {
            run(1, lanes -> lanes <= 6 ? lanes * 10.0 : 12.0);
            sum[0] += limit.now();
        }
        assertThat(sum[0] / 2_000).isBetween(3.0, 7.0);
    }

    @Test
    void whereEverythingBecomesSlowerTheLanesStay() {
        run(400, lanes -> lanes * 10.0);
        for (double slower = 8; slower > 0.5; slower *= 0.5) {
            double now = slower;
            run(400, lanes -> lanes * now);
            assertThat(limit.now()).as("at %s a second and lane", now).isGreaterThanOrEqualTo(15);
        }
    }

    @Test
    void anUnsteadyMachineDoesNotTakeTheLanesAway() {
        double sum = 0;
        for (int i = 0; i < 4_000; i++) {
            double now = i / 37 % 3 == 0 ? 3 : 10; // somebody else has the processor for a third of the time
            run(1, lanes -> lanes * now);
            sum += limit.now();
        }
        assertThat(sum / 4_000).isGreaterThan(12);
    }

    @Test
    void aServerThatLimitsIsLeftAloneForAsLongAsItSays() {
        run(400, lanes -> lanes * 10.0);
        limit.learn(Load.LIMITED, Optional.of(Duration.ofSeconds(30)));
        assertThat(limit.now()).isEqualTo(8);
        limit.learn(Load.LIMITED, Optional.of(Duration.ofSeconds(30))); // of those that ran already
        assertThat(limit.now()).isEqualTo(8);
        nanos += Duration.ofSeconds(31).toNanos();
        run(400, lanes -> lanes * 10.0);
        assertThat(limit.now()).isEqualTo(16);
    }

    /** Units that end one after the other, so many a second at this number of lanes. */
    private void run(int units, IntToDoubleFunction perSecond) {
        for (int i = 0; i < units; i++) {
            nanos += (long) (1e9 / perSecond.applyAsDouble(limit.now()));
            limit.learn(Load.FINE, Optional.empty());
        }
    }
}
