package dev.gangway.ui.bench.series;

import dev.gangway.background.Background;
import dev.gangway.background.Cancellation;
import dev.gangway.bench.matrix.Matrix.Cell;
import dev.gangway.bench.matrix.Variation;
import dev.gangway.bench.model.Run;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.testing.TestSeries.Purpose;
import dev.gangway.ui.kit.RunningWork;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Several tests in a row and how far they are. For the UI thread alone. */
final class TestSeriesViewModel<T> {
    private final TestSeriesWork work;
    private final RunningWork footer;
    private final Background background;
    private final ObservableList<TestSeriesRow<T>> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Progress> progress = new ReadOnlyObjectWrapper<>(Progress.NONE);
    private final ReadOnlyObjectWrapper<Optional<Diagnosis>> problem =
            new ReadOnlyObjectWrapper<>(this, "problem", Optional.empty());
    private Cancellation running = new Cancellation();

    /**
     * How far it is.
     *
     * @param isRunning whether there is more to come
     * @param done so many have ended
     * @param total of so many
     * @param pause how long the next has to wait, where it has to
     */
    record Progress(boolean isRunning, int done, int total, Duration pause) {
        static final Progress NONE = new Progress(false, 0, 0, Duration.ZERO);
    }

    TestSeriesViewModel(TestSeriesWork work, RunningWork footer, Background background) {
        this.work = work;
        this.footer = footer;
        this.background = background;
    }

    /** What is tried, in order. */
    ObservableList<TestSeriesRow<T>> rows() {
        return rows;
    }

    /** How far it is. */
    ReadOnlyObjectProperty<Progress> progress() {
        return progress.getReadOnlyProperty();
    }

    /** Why it could not be tried, or not to its end. */
    ReadOnlyObjectProperty<Optional<Diagnosis>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Shows these as still to be tried. */
    void prepare(List<T> all) {
        stop();
        problem.set(Optional.empty());
        rows.setAll(all.stream()
                .map(each -> new TestSeriesRow<>(each, Optional.empty()))
                .toList());
        progress.set(new Progress(false, 0, all.size(), Duration.ZERO));
    }

    /** Tries what was prepared; {@code label} is what the footer calls it. */
    void start(Purpose purpose, String subject, String label, Function<T, Variation> variation) {
        List<T> all = rows.stream().map(TestSeriesRow::what).toList();
        prepare(all);
        Cancellation cancellation = new Cancellation();
        running = cancellation;
        RunningWork.Item item = footer.begin(label, all.size(), cancellation);
        progress.set(new Progress(true, 0, all.size(), Duration.ZERO));
        List<Variation> variations = all.stream().map(variation).toList();
        // Its own cancellation, so that the end is heard of after a cancel, too.
        background
                .work(_ -> work.run(
                        purpose,
                        subject,
                        variations,
                        cell -> background.onUi(() -> done(cell, cancellation, item)),
                        pause -> background.onUi(() -> pause(pause, cancellation)),
                        cancellation))
                .noted("test series", _ -> "done")
                .always(() -> ended(cancellation, item))
                .start(_ -> {}, why -> {
                    if (running == cancellation) {
                        failed(why);
                    }
                });
    }

    /** Ends it with the test that runs. */
    void cancel() {
        running.cancel();
    }

    /** Ends it, and nothing more is heard of it. */
    void stop() {
        running.cancel();
        running = new Cancellation();
    }

    /** Says why there is nothing to try, or why trying ended before its time. */
    void failed(Diagnosis why) {
        problem.set(Optional.of(why));
    }

    private void done(Cell cell, Cancellation of, RunningWork.Item item) {
        if (running == of) {
            int at = progress.get().done();
            rows.set(at, new TestSeriesRow<>(rows.get(at).what(), Optional.of(cell.run())));
            progress.set(new Progress(true, at + 1, rows.size(), Duration.ZERO));
            item.progress(at + 1L);
        }
    }

    private void pause(Duration pause, Cancellation of) {
        if (running == of) {
            progress.set(new Progress(true, progress.get().done(), rows.size(), pause));
        }
    }

    private void ended(Cancellation of, RunningWork.Item item) {
        item.end();
        if (running == of) {
            progress.set(new Progress(false, progress.get().done(), rows.size(), Duration.ZERO));
        }
    }

    /**
     * One of several tests.
     *
     * @param what is tried
     * @param run what came of it, once it was
     */
    public record TestSeriesRow<T>(T what, Optional<Run> run) {}
}
