package dev.gangway.ui.kit.job;

import dev.gangway.background.Background;
import dev.gangway.background.Cancellation;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.ui.kit.RunningWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/**
 * The same thing done to several, one after the other: what came of each, and those that failed once more. Goes on in the
 * footer where nobody looks. For the UI thread alone.
 *
 * @param <T> what it is done to
 */
public final class Job<T> {
    /** Does it to one; blocks, off the UI thread. */
    @FunctionalInterface
    public interface Step<T> {
        /** What came of it; a success says nothing more. */
        Outcome<?> apply(T subject, Cancellation cancellation);
    }

    /** What became of one. */
    public sealed interface Result {
        /** Its turn has not come. */
        record Waiting() implements Result {}

        /** It is being done. */
        record Running() implements Result {}

        /** It is done. */
        record Done() implements Result {}

        /** It is not, and this is why. */
        record Failed(Diagnosis why) implements Result {}

        /** The job was stopped before its turn. */
        record Stopped() implements Result {}
    }

    /** One of the job. */
    public record Row<T>(T subject, Result result) {
        /** Whether it was tried in vain. */
        public boolean isFailed() {
            return result instanceof Result.Failed;
        }
    }

    private final String label;
    private final Step<T> step;
    private final Background background;
    private final RunningWork footer;
    private final Runnable changed;
    private final ObservableList<Row<T>> rows = FXCollections.observableArrayList();
    private final FilteredList<Row<T>> shown = new FilteredList<>(rows);
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private final ReadOnlyIntegerWrapper finished = new ReadOnlyIntegerWrapper(this, "finished");
    private Cancellation stop = new Cancellation();
    private Optional<RunningWork.Item> item = Optional.empty();

    /**
     * One that has not begun.
     *
     * @param label what it is, in words
     * @param subjects in this order
     * @param step done to each
     * @param changed hears when it has ended, well or not
     */
    public Job(
            String label, List<T> subjects, Step<T> step, Background background, RunningWork footer, Runnable changed) {
        this.label = label;
        this.step = step;
        this.background = background;
        this.footer = footer;
        this.changed = changed;
        rows.setAll(subjects.stream()
                .map(subject -> new Row<>(subject, new Result.Waiting()))
                .toList());
    }

    /** What it is, in words. */
    public String label() {
        return label;
    }

    /** Those that pass the filter. */
    public ObservableList<Row<T>> shown() {
        return shown;
    }

    /** Whether it runs. */
    public ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /** How many have had their turn. */
    public ReadOnlyIntegerProperty finished() {
        return finished.getReadOnlyProperty();
    }

    /** The work as the footer shows it, while it runs: with rate and time left. */
    public Optional<RunningWork.Item> item() {
        return item;
    }

    /** How many it is done to. */
    public int total() {
        return rows.size();
    }

    /** How many are in this state. */
    public long count(Predicate<Row<T>> which) {
        return rows.stream().filter(which).count();
    }

    /** Shows those that failed alone, or all. */
    public void showFailed(boolean alone) {
        shown.setPredicate(alone ? Row::isFailed : null);
    }

    /** Begins. */
    public void start() {
        run(row -> true);
    }

    /** Does it once more to those that failed or whose turn did not come. */
    public void retry() {
        run(row -> row.isFailed() || row.result() instanceof Result.Stopped);
    }

    /** Stops after the one that is under way. */
    public void cancel() {
        stop.cancel();
    }

    private void run(Predicate<Row<T>> which) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (which.test(rows.get(i))) {
                places.add(i);
                put(i, new Result.Waiting());
            }
        }
        if (running.get() || places.isEmpty()) {
            return;
        }
        Cancellation mine = new Cancellation();
        stop = mine;
        running.set(true);
        finished.set(rows.size() - places.size());
        RunningWork.Item shownWork = footer.begin(label, places.size(), mine);
        item = Optional.of(shownWork);
        next(places, 0, mine, shownWork);
    }

    /** One after the other, so that what throws for one is told for that one, and the next has its turn. */
    private void next(List<Integer> places, int at, Cancellation mine, RunningWork.Item shownWork) {
        if (mine.isCancelled()) {
            places.subList(at, places.size()).forEach(place -> put(place, new Result.Stopped()));
        }
        if (mine.isCancelled() || at == places.size()) {
            shownWork.end();
            item = Optional.empty();
            changed.run(); // before anybody takes it for over: this may begin what belongs to it
            running.set(false);
            return;
        }
        int place = places.get(at);
        put(place, new Result.Running());
        background
                .attempt(_ -> step.apply(rows.get(place).subject(), mine).map(any -> Outcome.Done.DONE))
                .start(
                        done -> ended(new Result.Done(), places, at, mine, shownWork),
                        why -> ended(new Result.Failed(why), places, at, mine, shownWork));
    }

    private void ended(Result result, List<Integer> places, int at, Cancellation mine, RunningWork.Item shownWork) {
        put(places.get(at), result);
        finished.set(finished.get() + 1);
        shownWork.progress(at + 1L);
        next(places, at + 1, mine, shownWork);
    }

    private void put(int place, Result result) {
        rows.set(place, new Row<>(rows.get(place).subject(), result));
    }
}
