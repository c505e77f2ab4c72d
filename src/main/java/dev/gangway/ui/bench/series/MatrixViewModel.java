package dev.gangway.ui.bench.series;

import dev.gangway.background.Background;
import dev.gangway.bench.matrix.DeviceReach;
import dev.gangway.bench.matrix.Matrix;
import dev.gangway.bench.matrix.MatrixDimension;
import dev.gangway.bench.matrix.MatrixValue;
import dev.gangway.bench.matrix.RateLimiter;
import dev.gangway.bench.matrix.Variation;
import dev.gangway.bench.matrix.Variations;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Run;
import dev.gangway.testing.TestSeries.Purpose;
import dev.gangway.ui.kit.RunningWork;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The same credential tried in several ways: which ones, and what came of each. For the UI thread alone. */
public final class MatrixViewModel {
    /** Chosen at first; with and without intermediate would double what is many already. */
    private static final Set<MatrixDimension> USUAL =
            EnumSet.of(MatrixDimension.TLS, MatrixDimension.CERTIFICATE, MatrixDimension.MQTT, MatrixDimension.TOKEN);

    private final TestSeriesViewModel<Variation> series;
    private final Map<MatrixDimension, List<MatrixValue>> possible = new EnumMap<>(MatrixDimension.class);
    private final Set<MatrixValue> chosen = new HashSet<>();
    private final ReadOnlyObjectWrapper<Estimate> estimate =
            new ReadOnlyObjectWrapper<>(new Estimate(0, Duration.ZERO));
    private Optional<Plan> plan = Optional.empty();

    /**
     * What a matrix asks of the server.
     *
     * @param attempts so many connections
     * @param longestWait so much waiting where all are refused, so that the server does not block us
     */
    public record Estimate(int attempts, Duration longestWait) {}

    /** One without anything to try. */
    public MatrixViewModel(TestSeriesWork work, RunningWork footer, Background background) {
        this.series = new TestSeriesViewModel<>(work, footer, background);
    }

    /** What is tried, and how far that is. */
    TestSeriesViewModel<Variation> series() {
        return series;
    }

    /** What the chosen ways come to. */
    public ReadOnlyObjectProperty<Estimate> estimate() {
        return estimate.getReadOnlyProperty();
    }

    /** What can be varied for the plan, and how. */
    public Map<MatrixDimension, List<MatrixValue>> possible() {
        return possible;
    }

    /** Whether this is chosen. */
    public boolean isChosen(MatrixValue trait) {
        return chosen.contains(trait);
    }

    /** Takes another plan, unless it came out of this matrix: works out what can be varied, and chooses the usual. */
    public void show(Plan other) {
        if (plan.equals(Optional.of(other))
                || isOneOfThese(other)
                || series.progress().get().isRunning()) {
            return;
        }
        plan = Optional.of(other);
        possible.clear();
        chosen.clear();
        for (MatrixDimension axis : MatrixDimension.values()) {
            List<MatrixValue> traits = Variations.of(other, Set.of(axis)).stream()
                    .flatMap(variation -> variation.traits().stream())
                    .toList();
            if (traits.size() > 1) {
                possible.put(axis, traits);
                if (USUAL.contains(axis)) {
                    chosen.addAll(traits);
                }
            }
        }
        prepare();
    }

    /** Chooses a way, or takes the choice back. Does nothing while tests run. */
    public void choose(MatrixValue trait, boolean wanted) {
        if (series.progress().get().isRunning()) {
            return;
        }
        if (wanted) {
            leaveOutWhatDoesNotGoWith(trait);
            chosen.add(trait);
        } else {
            chosen.remove(trait);
        }
        prepare();
    }

    /** A kind of device brings its own versions of TLS and MQTT: either these are varied, or devices are. */
    private void leaveOutWhatDoesNotGoWith(MatrixValue trait) {
        possible.entrySet().stream()
                .filter(axis -> axis.getValue().contains(trait))
                .map(Map.Entry::getKey)
                .forEach(its -> possible.forEach((axis, traits) -> {
                    if (!its.goesWith(axis)) {
                        traits.forEach(chosen::remove);
                    }
                }));
    }

    /** Whether kinds of devices are among what is tried. */
    boolean variesDevices() {
        return series.rows().stream()
                .flatMap(row -> row.what().traits().stream())
                .anyMatch(trait -> trait.device().isPresent());
    }

    /**
     * What keeps the kind of device away whose test this is, measured by the ordinary client of the same table; nothing for
     * tests of no kind of device.
     */
    Optional<DeviceReach> reach(Run run) {
        List<Matrix.Cell> cells = series.rows().stream()
                .flatMap(row -> row.run().map(of -> new Matrix.Cell(row.what(), of)).stream())
                .toList();
        return DeviceReach.of(cells).stream()
                .filter(reach -> reach.run() == run)
                .findFirst();
    }

    /** Tries them all. */
    public void start(String subject, String label) {
        if (!series.progress().get().isRunning()) {
            series.start(Purpose.MATRIX, subject, label, variation -> variation);
        }
    }

    private boolean isOneOfThese(Plan other) {
        return series.rows().stream()
                .flatMap(row -> row.run().stream())
                .anyMatch(run -> run.plan().equals(other));
    }

    private void prepare() {
        List<Variation> variations = plan.map(this::variations).orElse(List.of());
        series.prepare(variations);
        estimate.set(new Estimate(variations.size(), RateLimiter.longestWait(variations.size())));
    }

    /** An axis of which nothing is chosen is not varied; of the others, what is chosen. */
    private List<Variation> variations(Plan of) {
        Set<MatrixDimension> axes = possible.entrySet().stream()
                .filter(axis -> axis.getValue().stream().anyMatch(chosen::contains))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(MatrixDimension.class)));
        return axes.isEmpty()
                ? List.of()
                : Variations.of(of, axes).stream()
                        .filter(variation -> chosen.containsAll(variation.traits()))
                        .toList();
    }

    /** Ends what runs, unheard. */
    public void stop() {
        series.stop();
    }
}
