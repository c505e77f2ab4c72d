package dev.gangway.ui.bench.trials;

import dev.gangway.background.Cancellation;
import dev.gangway.bench.engine.NegativeProof;
import dev.gangway.bench.matrix.Matrix.Cell;
import dev.gangway.bench.matrix.Variation;
import dev.gangway.bench.model.Plan;
import dev.gangway.device.Device;
import dev.gangway.testing.Trials.Purpose;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Several tests in a row, as {@link dev.gangway.testing.Trials} makes them. Every method blocks. */
public interface TrialsWork {
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
