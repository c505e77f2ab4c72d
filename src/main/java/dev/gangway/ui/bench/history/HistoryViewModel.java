package dev.gangway.ui.bench.history;

import dev.gangway.background.Background;
import dev.gangway.background.Newest;
import dev.gangway.bench.export.Recording;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.testing.RunSummary;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The earlier tests of the device on the bench. For the UI thread alone. */
public final class HistoryViewModel {
    private final HistoryWork work;
    private final Background background;
    private final ObservableList<HistoryRow> rows = FXCollections.observableArrayList();
    private final ObservableList<HistoryRow> shown = FXCollections.unmodifiableObservableList(rows);
    private final ReadOnlyObjectWrapper<Optional<HistoryRow>> lastPass = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<UUID> device = Optional.empty();
    private final ReadOnlyObjectWrapper<Optional<Diagnosis>> problem =
            new ReadOnlyObjectWrapper<>(this, "problem", Optional.empty());
    private final Newest loading = new Newest();

    /** One of no device yet. */
    public HistoryViewModel(HistoryWork work, Background background) {
        this.work = work;
        this.background = background;
    }

    /** The tests, newest first. */
    public ObservableList<HistoryRow> rows() {
        return shown;
    }

    /** The newest test that passed. */
    public ReadOnlyObjectProperty<Optional<HistoryRow>> lastPass() {
        return lastPass.getReadOnlyProperty();
    }

    /** Why the tests could not be read. */
    public ReadOnlyObjectProperty<Optional<Diagnosis>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Shows the tests of this device, as they are kept now; none where there is no device. */
    public void show(Optional<UUID> whose) {
        if (!whose.equals(device)) {
            show(List.of());
        }
        device = whose;
        loading.forget();
        problem.set(Optional.empty());
        whose.ifPresent(id -> background.work(_ -> load(id)).in(loading).start(this::show, this::failed));
    }

    /** The newest test that passed and can be opened, other than the one that began at this moment. */
    public Optional<HistoryRow> passBeside(Instant startedAt) {
        return rows.stream()
                .filter(row ->
                        row.passed() && row.isRecorded() && !row.summary().at().equals(startedAt))
                .findFirst();
    }

    /** Opens the timeline of a test; {@code opened} hears of it where it is still kept. */
    public void open(HistoryRow row, Consumer<Recording> opened) {
        background
                .work(_ -> work.recording(row.summary().id()))
                .start(recording -> recording.ifPresent(opened), this::failed);
    }

    private void failed(Diagnosis why) {
        problem.set(Optional.of(why));
    }

    private List<HistoryRow> load(UUID id) {
        Set<UUID> recorded = work.recorded(id);
        return work.history(id).stream()
                .map(summary -> new HistoryRow(summary, recorded.contains(summary.id())))
                .toList();
    }

    private void show(List<HistoryRow> loaded) {
        rows.setAll(loaded);
        lastPass.set(loaded.stream().filter(HistoryRow::passed).findFirst());
    }

    /**
     * A test of earlier.
     *
     * @param summary what came of it
     * @param isRecorded whether its timeline can be opened
     */
    public record HistoryRow(RunSummary summary, boolean isRecorded) {
        /** Whether it passed. */
        public boolean passed() {
            return summary.result() == RunSummary.Result.PASSED;
        }
    }
}
