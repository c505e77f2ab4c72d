package dev.gangway.ui.bench.series;

import dev.gangway.background.Background;
import dev.gangway.background.Newest;
import dev.gangway.bench.engine.NegativeProof;
import dev.gangway.bench.engine.NegativeProof.Attempt;
import dev.gangway.bench.engine.NegativeProof.Result;
import dev.gangway.bench.matrix.Variation;
import dev.gangway.bench.model.Plan;
import dev.gangway.device.Device;
import dev.gangway.testing.TestSeries.Purpose;
import dev.gangway.ui.kit.RunningWork;
import java.util.List;
import java.util.Optional;

/** What must be refused, and whether it is. For the UI thread alone. */
public final class ProofViewModel {
    private final TestSeriesWork work;
    private final Background background;
    private final TestSeriesViewModel<Attempt> series;
    private final Newest preparing = new Newest();
    private Optional<Plan> plan = Optional.empty();

    /** One without anything to prove. */
    public ProofViewModel(TestSeriesWork work, RunningWork footer, Background background) {
        this.work = work;
        this.background = background;
        this.series = new TestSeriesViewModel<>(work, footer, background);
    }

    /** What is tried, and how far that is. */
    TestSeriesViewModel<Attempt> series() {
        return series;
    }

    /** Takes another plan, and works out what has to be refused in its place. */
    public void show(Plan other, Optional<Device> device) {
        if (plan.equals(Optional.of(other)) || series.progress().get().isRunning()) {
            return;
        }
        plan = Optional.of(other);
        series.prepare(List.of());
        background.work(_ -> work.wrong(other, device)).in(preparing).start(series::prepare, series::failed);
    }

    /** Tries it all. */
    public void start(String subject, String label) {
        if (!series.progress().get().isRunning() && !series.rows().isEmpty()) {
            series.start(Purpose.NEGATIVE_PROOF, subject, label, attempt -> new Variation(List.of(), attempt.plan()));
        }
    }

    /** How many attempts came to this so far. */
    public long count(Result result) {
        return series.rows().stream()
                .flatMap(row -> row.run().stream())
                .filter(run -> NegativeProof.result(run) == result)
                .count();
    }

    /** Ends what runs, unheard. */
    public void stop() {
        series.stop();
    }
}
