package dev.gangway.ui.batches;

import dev.gangway.background.Background;
import dev.gangway.background.Batches;
import dev.gangway.background.Cancellation;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.line.batch.KeptBatch;
import dev.gangway.line.batch.ResultFile;
import dev.gangway.line.batch.Totals;
import dev.gangway.line.unit.UnitVerdict;
import dev.gangway.ui.kit.RunningWork;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/** A batch under way or over: how far it is, and what came of each line. UI thread only. */
final class RunViewModel {
    /** How a batch stands. */
    enum State {
        RUNNING,
        PAUSED,
        /** Somebody has cancelled it, and units under way end. */
        STOPPING,
        /** Lines have no result yet. */
        STOPPED,
        DONE
    }

    private final BatchWork work;
    private final Background background;
    private final RunningWork footer;
    private final Runnable ended;
    private final ObservableList<LineRow> rows = FXCollections.observableArrayList();
    private final FilteredList<LineRow> shown = new FilteredList<>(rows);
    private final ObjectProperty<Optional<UnitVerdict>> verdict =
            new SimpleObjectProperty<>(this, "verdict", Optional.empty());
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.DONE);
    private final ReadOnlyObjectWrapper<Optional<KeptBatch>> batch =
            new ReadOnlyObjectWrapper<>(this, "batch", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Totals>> totals =
            new ReadOnlyObjectWrapper<>(this, "totals", Optional.empty());
    private final ReadOnlyIntegerWrapper lanes = new ReadOnlyIntegerWrapper(this, "lanes");
    private final ReadOnlyObjectWrapper<Optional<Diagnosis>> problem =
            new ReadOnlyObjectWrapper<>(this, "problem", Optional.empty());
    private final Map<Long, Integer> places = new HashMap<>();
    private Optional<BatchWork.Job> job = Optional.empty();
    private Cancellation stop = new Cancellation();

    /** {@code ended} hears of each end, well or not. */
    RunViewModel(BatchWork work, Background background, RunningWork footer, Runnable ended) {
        this.work = work;
        this.background = background;
        this.footer = footer;
        this.ended = ended;
        verdict.addListener((property, was, is) -> filter());
        text.addListener((property, was, is) -> filter());
    }

    /** The lines with a result that pass the filter, in the order in which they came. */
    ObservableList<LineRow> shown() {
        return shown;
    }

    /** Which verdict is looked for; empty for all. */
    ObjectProperty<Optional<UnitVerdict>> verdict() {
        return verdict;
    }

    /** Part of a serial number, a name or a cause that is looked for. */
    StringProperty text() {
        return text;
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** The batch in view. */
    ReadOnlyObjectProperty<Optional<KeptBatch>> batch() {
        return batch.getReadOnlyProperty();
    }

    /** Its numbers; a new value whenever units have ended. */
    ReadOnlyObjectProperty<Optional<Totals>> totals() {
        return totals.getReadOnlyProperty();
    }

    /** How many units run at once. */
    ReadOnlyIntegerProperty lanes() {
        return lanes.getReadOnlyProperty();
    }

    /** Why it was broken off. */
    ReadOnlyObjectProperty<Optional<Diagnosis>> problem() {
        return problem.getReadOnlyProperty();
    }

    boolean isBusy() {
        return switch (state.get()) {
            case RUNNING, PAUSED, STOPPING -> true;
            case STOPPED, DONE -> false;
        };
    }

    /** Runs a batch; {@code label} says in the footer what it is. */
    void run(BatchWork.Job ready, String label) {
        job = Optional.of(ready);
        batch.set(Optional.of(ready.kept()));
        problem.set(Optional.empty());
        stop = new Cancellation();
        Cancellation until = stop;
        state.set(State.RUNNING);
        RunningWork.Item item = footer.begin(label, ready.kept().total(), until);
        until.onCancel(() -> background.onUi(() -> state.set(isBusy() ? State.STOPPING : state.get())));
        Batches<Told> told = new Batches<>(background, all -> told(all, item));
        background
                .attempt(unused ->
                        ready.run((row, numbers, now) -> told.accept(new Told(LineRow.of(row), numbers, now)), until))
                .always(item::end)
                .start(this::over, this::broken);
    }

    /** Shows a batch that is over or was broken off. */
    void open(KeptBatch earlier) {
        batch.set(Optional.of(earlier));
        problem.set(Optional.empty());
        totals.set(Optional.empty());
        clear();
        settle();
        background.attempt(cancellation -> work.results(earlier)).start(this::read, this::broken);
    }

    /** Forgets the lines of the batch before. */
    void clear() {
        rows.clear();
        places.clear();
        verdict.set(Optional.empty());
        text.set("");
        totals.set(Optional.empty());
        lanes.set(0);
    }

    /** Begins or ends a pause; units under way end. */
    void pause() {
        boolean rests = state.get() == State.PAUSED;
        if (rests || state.get() == State.RUNNING) {
            job.ifPresent(which -> which.pause(!rests));
            state.set(rests ? State.RUNNING : State.PAUSED);
        }
    }

    /** Starts no unit any more; what is under way is finished or taken back. */
    void cancel() {
        if (isBusy()) {
            stop.cancel();
        }
    }

    /** Goes on with the lines that have no result, or also tries again what has not passed. */
    void resume(boolean again, String label) {
        Optional<KeptBatch> known = batch.get();
        if (isBusy() || known.isEmpty()) {
            return;
        }
        Set<UnitVerdict> tried =
                again ? EnumSet.complementOf(EnumSet.of(UnitVerdict.PASS)) : EnumSet.noneOf(UnitVerdict.class);
        background
                .attempt(cancellation -> work.resume(known.get(), tried))
                .start(ready -> run(ready, label), this::broken);
    }

    /** How many lines came to this, the last result of each counting. */
    long count(UnitVerdict which) {
        return totals.get()
                .map(now -> now.count(which))
                .or(() -> batch.get().flatMap(KeptBatch::end).map(end -> switch (which) {
                    case PASS -> end.passed();
                    case FAIL -> end.failed();
                    case QUEUED -> end.queued();
                    case ERROR -> end.errors();
                }))
                .orElse(0L);
    }

    /** How many lines have a result. */
    long done() {
        return totals.get()
                .map(Totals::done)
                .or(() -> batch.get().flatMap(KeptBatch::end).map(KeptBatch.End::done))
                .orElse(0L);
    }

    /** How often each code was the cause, the most frequent first. */
    Map<String, Long> causes() {
        return totals.get().map(Totals::causes).orElse(Map.of());
    }

    private void told(List<Told> all, RunningWork.Item item) {
        put(all.stream().map(Told::row).toList());
        Told last = all.getLast();
        lanes.set(last.lanes());
        totals.set(Optional.of(last.totals().now()));
        item.progress(last.totals().done());
    }

    /** New lines at the end; one that was tried again in its place. */
    private void put(List<LineRow> fresh) {
        List<LineRow> added = new ArrayList<>();
        for (LineRow row : fresh) {
            Integer place = places.get(row.line());
            if (place == null) {
                places.put(row.line(), rows.size() + added.size());
                added.add(row);
            } else if (place < rows.size()) {
                rows.set(place, row);
            } else {
                added.set(place - rows.size(), row);
            }
        }
        rows.addAll(added);
    }

    private void over(Totals numbers) {
        totals.set(Optional.of(numbers.now()));
        batch.set(batch.get()
                .map(known -> known.ended(new KeptBatch.End(
                        known.began(),
                        numbers.count(UnitVerdict.PASS),
                        numbers.count(UnitVerdict.FAIL),
                        numbers.count(UnitVerdict.QUEUED),
                        numbers.count(UnitVerdict.ERROR)))));
        settle();
        ended.run();
    }

    private void broken(Diagnosis why) {
        problem.set(Optional.of(why));
        settle();
        ended.run();
    }

    private void settle() {
        boolean whole = batch.get().filter(known -> done() >= known.total()).isPresent();
        state.set(whole ? State.DONE : State.STOPPED);
    }

    private void read(List<ResultFile.Entry> entries) {
        put(entries.stream().map(LineRow::of).toList());
        batch.get().ifPresent(known -> totals.set(Optional.of(Totals.of(known.total(), entries))));
        settle();
    }

    private void filter() {
        Optional<UnitVerdict> wanted = verdict.get();
        String part = text.get().strip().toLowerCase(Locale.ROOT);
        shown.setPredicate(
                wanted.isEmpty() && part.isEmpty()
                        ? row -> true
                        : row -> (wanted.isEmpty() || wanted.get() == row.verdict()) && row.has(part));
    }

    /** What a unit has come to, and the numbers then. */
    private record Told(LineRow row, Totals totals, int lanes) {}
}
