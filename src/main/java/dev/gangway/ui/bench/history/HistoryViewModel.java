package dev.gangway.ui.bench.history;

import dev.gangway.background.Background;
import dev.gangway.background.Cancellation;
import dev.gangway.bench.export.Recording;
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
    private Cancellation loading = new Cancellation();

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

    /** Shows the tests of this device, as they are kept now; none where there is no device. */
    public void show(Optional<UUID> whose) {
        if (!whose.equals(device)) {
            show(List.of());
        }
        device = whose;
        loading.cancel();
        whose.ifPresent(id -> loading = background.start(_ -> load(id), this::show));
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
        background.start(_ -> work.recording(row.summary().id()), recording -> recording.ifPresent(opened));
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
}
