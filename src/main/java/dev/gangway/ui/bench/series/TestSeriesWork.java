package dev.gangway.ui.bench.series;

import dev.gangway.background.Cancellation;
import dev.gangway.bench.engine.NegativeProof;
import dev.gangway.bench.matrix.Matrix.Cell;
import dev.gangway.bench.matrix.Variation;
import dev.gangway.bench.model.Plan;
import dev.gangway.device.Device;
import dev.gangway.testing.TestSeries.Purpose;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Several tests in a row, as {@link dev.gangway.testing.TestSeries} makes them. Every method blocks. */
public interface TestSeriesWork {
    /** Tries them one after the other. */
    List<Cell> run(
            Purpose purpose,
            String subject,
            List<Variation> variations,
            Consumer<Cell> live,
            Consumer<Duration> waiting,
            Cancellation cancellation);

    /** What a server must refuse instead of this plan. */
    List<NegativeProof.Attempt> wrong(Plan plan, Optional<Device> device);
}
