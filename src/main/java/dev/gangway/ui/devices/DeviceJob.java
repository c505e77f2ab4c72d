package dev.gangway.ui.devices;

import dev.gangway.background.Background;
import dev.gangway.background.Cancellation;
import dev.gangway.device.Device;
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
 * The same thing done to several devices, one after the other: what came of each, and those that failed once more. Goes on
 * in the footer where nobody looks. For the UI thread alone.
 */
final class DeviceJob {
    /** Does it to one device; blocks, off the UI thread. */
    @FunctionalInterface
    interface Step {
        Outcome<?> apply(Device device, Cancellation cancellation);
    }

    /** What became of one. */
    sealed interface Result {
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

    /** One device of the job. */
    record Row(Device device, Result result) {
        boolean isFailed() {
            return result instanceof Result.Failed;
        }
    }

    private final String label;
    private final Step step;
    private final Background background;
    private final RunningWork footer;
    private final Runnable changed;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final FilteredList<Row> shown = new FilteredList<>(rows);
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private final ReadOnlyIntegerWrapper finished = new ReadOnlyIntegerWrapper(this, "finished");
    private Cancellation stop = new Cancellation();
    private Optional<RunningWork.Item> item = Optional.empty();

    /**
     * One that has not begun.
     *
     * @param label what it is, in words
     * @param devices in this order
     * @param step done to each
     * @param changed hears when it has ended, well or not
     */
    DeviceJob(
            String label,
            List<Device> devices,
            Step step,
            Background background,
            RunningWork footer,
            Runnable changed) {
        this.label = label;
        this.step = step;
        this.background = background;
        this.footer = footer;
        this.changed = changed;
        rows.setAll(devices.stream()
                .map(device -> new Row(device, new Result.Waiting()))
                .toList());
    }

    /** What it is, in words. */
    String label() {
        return label;
    }

    /** Those that pass the filter. */
    ObservableList<Row> shown() {
        return shown;
    }

    /** Whether it runs. */
    ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /** How many have had their turn. */
    ReadOnlyIntegerProperty finished() {
        return finished.getReadOnlyProperty();
    }

    /** The work as the footer shows it, while it runs: with rate and time left. */
    Optional<RunningWork.Item> item() {
        return item;
    }

    int total() {
        return rows.size();
    }

    /** How many are in this state. */
    long count(Predicate<Row> which) {
        return rows.stream().filter(which).count();
    }

    /** Shows those that failed alone, or all. */
    void showFailed(boolean alone) {
        shown.setPredicate(alone ? Row::isFailed : null);
    }

    /** Begins. */
    void start() {
        run(row -> true);
    }

    /** Does it once more to those that failed or whose turn did not come. */
    void retry() {
        run(row -> row.isFailed() || row.result() instanceof Result.Stopped);
    }

    /** Stops after the one that is under way. */
    void cancel() {
        stop.cancel();
    }

    private void run(Predicate<Row> which) {
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

    /** One device after the other, so that what throws for one is told for that one, and the next has its turn. */
    private void next(List<Integer> places, int at, Cancellation mine, RunningWork.Item shownWork) {
        if (mine.isCancelled()) {
            places.subList(at, places.size()).forEach(place -> put(place, new Result.Stopped()));
        }
        if (mine.isCancelled() || at == places.size()) {
            shownWork.end();
            item = Optional.empty();
            running.set(false);
            changed.run();
            return;
        }
        int place = places.get(at);
        put(place, new Result.Running());
        background
                .attempt(_ -> step.apply(rows.get(place).device(), mine).map(any -> Outcome.Done.DONE))
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
        rows.set(place, new Row(rows.get(place).device(), result));
    }
}
