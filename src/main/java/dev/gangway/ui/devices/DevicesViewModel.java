package dev.gangway.ui.devices;

import dev.gangway.background.Background;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The list of devices. Filtering and sorting run elsewhere, so that the window stays fluid however many there are; the
 * newest question wins. For the UI thread alone.
 */
public final class DevicesViewModel {
    private final DeviceWork work;
    private final Background background;
    private final InstantSource clock;
    private final ObservableList<DeviceRow> visible = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<DeviceQuery> query = new ReadOnlyObjectWrapper<>(DeviceQuery.all());
    private final ReadOnlyObjectWrapper<Optional<DeviceRow>> selected = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<DeviceWork.Details>> details =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private List<DeviceRow> all = List.of();
    private long question;

    /** Creates one; nothing is loaded yet. */
    public DevicesViewModel(DeviceWork work, Background background, InstantSource clock) {
        this.work = work;
        this.background = background;
        this.clock = clock;
    }

    /** The rows that the query shows, in its order. */
    public ObservableList<DeviceRow> visible() {
        return visible;
    }

    /** Which rows are shown. */
    public ReadOnlyObjectProperty<DeviceQuery> query() {
        return query.getReadOnlyProperty();
    }

    /** The row whose details are shown. */
    public ReadOnlyObjectProperty<Optional<DeviceRow>> selected() {
        return selected.getReadOnlyProperty();
    }

    /** Details of the selected row, once they are there. */
    public ReadOnlyObjectProperty<Optional<DeviceWork.Details>> details() {
        return details.getReadOnlyProperty();
    }

    /** Whether the devices have been read at least once. */
    public ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    /** How many devices there are, shown or not. */
    public int total() {
        return all.size();
    }

    /** Reads everything again, then selects this device, where there is one of that id. */
    public void load(Optional<UUID> select) {
        background.start(_ -> work.rows(), rows -> {
            all = rows;
            loaded.set(true);
            ask(query.get(), select);
        });
    }

    /** Changes which rows are shown. */
    public void ask(UnaryOperator<DeviceQuery> change) {
        DeviceQuery changed = change.apply(query.get());
        if (!changed.equals(query.get())) {
            query.set(changed);
            ask(changed, Optional.empty());
        }
    }

    /** Shows the details of a row, or of none where it is null. */
    public void select(@org.jspecify.annotations.Nullable DeviceRow row) {
        selected.set(Optional.ofNullable(row));
        details.set(Optional.empty());
        if (row != null) {
            background.start(_ -> work.details(row.device()), found -> {
                if (selected.get().equals(Optional.of(row))) {
                    details.set(Optional.of(found));
                }
            });
        }
    }

    /**
     * Puts devices on their servers, one after the other, and reads the list again.
     *
     * @param done hears why each that failed did so
     */
    public void push(List<Device> devices, Consumer<List<Diagnosis>> done) {
        background.start(
                cancellation -> {
                    List<Diagnosis> failures = new ArrayList<>();
                    for (Device device : devices) {
                        if (work.push(device, cancellation) instanceof Outcome.Failed<Device>(Diagnosis why)) {
                            failures.add(why);
                        }
                    }
                    return failures;
                },
                failures -> {
                    done.accept(failures);
                    load(Optional.empty());
                });
    }

    /** Takes devices out of the vault; hears when it is done. */
    public void remove(List<Device> devices, Runnable done) {
        change(() -> devices.forEach(work::remove), done);
    }

    /** Puts devices back that were taken out. */
    public void restore(List<Device> devices) {
        change(() -> devices.forEach(work::restore), () -> {});
    }

    private void change(Runnable blocking, Runnable done) {
        background.start(
                _ -> {
                    blocking.run();
                    return Outcome.Done.DONE;
                },
                _ -> {
                    load(Optional.empty());
                    done.run();
                });
    }

    /** A device of this id becomes the selected one; otherwise the one that was selected stays so, where it is shown. */
    private void ask(DeviceQuery asked, Optional<UUID> select) {
        question++;
        long mine = question;
        List<DeviceRow> rows = all;
        background.start(_ -> asked.apply(rows, clock.instant()), found -> {
            if (mine == question) {
                Optional<UUID> wanted = select.or(this::selectedId);
                visible.setAll(found);
                select(wanted.flatMap(id -> row(found, id)).orElse(null));
            }
        });
    }

    private static Optional<DeviceRow> row(List<DeviceRow> rows, UUID id) {
        return rows.stream().filter(row -> row.device().id().equals(id)).findFirst();
    }

    private Optional<UUID> selectedId() {
        return selected.get().map(row -> row.device().id());
    }
}
