package dev.gangway.ui.devices;

import dev.gangway.authorities.Successor;
import dev.gangway.background.Background;
import dev.gangway.background.Newest;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.ui.kit.RunningWork;
import dev.gangway.ui.kit.job.Job;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

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
    private volatile Sorted sorted = new Sorted(all, SortedRows.of(all, DeviceQuery.all()));
    private List<UUID> wanted = List.of();
    private Set<UUID> chosen = Set.of();
    private boolean filling;
    private Runnable filled = () -> {};
    private final Newest loading = new Newest();
    private final Newest asking = new Newest();
    private final Newest detailing = new Newest();
    private final ReadOnlyObjectWrapper<Optional<Diagnosis>> problem =
            new ReadOnlyObjectWrapper<>(this, "problem", Optional.empty());

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

    /** Why the vault could not be read or changed. */
    ReadOnlyObjectProperty<Optional<Diagnosis>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** How many devices there are, shown or not. */
    public int total() {
        return all.size();
    }

    /**
     * Reads everything again, then selects these devices, as far as they are there. Until then none is selected: what one
     * asks for meanwhile must not befall those that were selected before. Without any, the selection stays.
     */
    public void load(List<UUID> select) {
        if (!select.isEmpty()) {
            wanted = List.copyOf(select);
            chosen = Set.of();
            select(null);
        }
        background
                .work(_ -> work.rows())
                .in(loading)
                .start(
                        rows -> {
                            problem.set(Optional.empty());
                            all = rows;
                            loaded.set(true);
                            ask(query.get());
                        },
                        this::failed);
    }

    /** Changes which rows are shown. */
    public void ask(UnaryOperator<DeviceQuery> change) {
        DeviceQuery changed = change.apply(query.get());
        if (!changed.equals(query.get())) {
            query.set(changed);
            ask(changed);
        }
    }

    /**
     * These rows are chosen, and the details of one of them are shown. Not heard while the rows are replaced: the table
     * forgets its selection then, and people do not.
     */
    void choose(List<DeviceRow> rows, @Nullable DeviceRow detailed) {
        if (!filling) {
            chosen = ids(rows);
            select(detailed);
        }
    }

    /** Hears when the rows were replaced; {@link #chosenPlaces} tells what is to be selected among them. */
    void onFilled(Runnable listener) {
        filled = listener;
    }

    /** Where the chosen rows are among those shown, in order. */
    List<Integer> chosenPlaces() {
        return IntStream.range(0, visible.size())
                .filter(at -> chosen.contains(visible.get(at).device().id()))
                .boxed()
                .toList();
    }

    /** Shows the details of a row, or of none where it is null. */
    public void select(@Nullable DeviceRow row) {
        if (row != null) {
            wanted = List.of();
        }
        selected.set(Optional.ofNullable(row));
        details.set(Optional.empty());
        detailing.forget();
        if (row != null) {
            background
                    .work(_ -> work.details(row.device()))
                    .in(detailing)
                    .start(found -> details.set(Optional.of(found)), this::failed);
        }
    }

    /** Puts devices on their servers, one after the other; not begun yet. */
    Job<Device> push(String label, List<Device> devices, RunningWork footer) {
        return job(label, devices, work::push, footer);
    }

    /** Tests devices, one after the other; not begun yet. */
    Job<Device> test(String label, List<Device> devices, RunningWork footer) {
        return job(label, devices, work::test, footer);
    }

    /** Gives certificates of devices their successors, one after the other; not begun yet. */
    Job<Device> renew(String label, List<Device> devices, Successor.Key key, RunningWork footer) {
        return job(label, devices, (device, stop) -> work.renew(device, key, stop), footer);
    }

    private Job<Device> job(String label, List<Device> devices, Job.Step<Device> step, RunningWork footer) {
        return new Job<>(label, devices, step, background, footer, () -> load(List.of()));
    }

    /** Changes what the vault knows of devices, then reads the list again. */
    void change(List<Device> devices, UnaryOperator<Device> how, Runnable done, Consumer<Diagnosis> failed) {
        background
                .work(_ -> {
                    devices.forEach(device -> work.change(device, how));
                    return Outcome.Done.DONE;
                })
                .noted("change devices", _ -> "done, " + devices.size())
                .always(() -> load(List.of()))
                .start(_ -> done.run(), failed);
    }

    /** Takes devices out of the vault; hears when it is done. */
    public void remove(List<Device> devices, Runnable done) {
        background
                .work(_ -> {
                    devices.forEach(work::remove);
                    return Outcome.Done.DONE;
                })
                .noted("remove devices", _ -> "done, " + devices.size())
                .start(
                        _ -> {
                            load(List.of());
                            done.run();
                        },
                        this::failed);
    }

    /** A device of this id becomes the selected one; otherwise the one that was selected stays so, where it is shown. */
    private void ask(DeviceQuery asked) {
        List<DeviceRow> rows = all;
        background
                .work(_ -> sorted(rows, asked).shown(asked, clock.instant()))
                .in(asking)
                .start(
                        found -> {
                            Optional<DeviceRow> next = wanted.stream()
                                    .findFirst()
                                    .or(this::selectedId)
                                    .flatMap(id -> row(found, id));
                            if (next.isPresent()) {
                                chosen = wanted.isEmpty() ? chosen : Set.copyOf(wanted);
                                wanted = List.of();
                            }
                            filling = true;
                            visible.setAll(found);
                            filling = false;
                            select(next.orElse(null));
                            chosen = ids(
                                    chosenPlaces().stream().map(visible::get).toList());
                            filled.run();
                        },
                        this::failed);
    }

    /** All rows in the order asked for, worked out once for all that is then typed. */
    private SortedRows sorted(List<DeviceRow> rows, DeviceQuery asked) {
        Sorted known = sorted;
        if (known.from() != rows || !known.rows().isSortedAs(asked)) {
            known = new Sorted(rows, SortedRows.of(rows, asked));
            sorted = known;
        }
        return known.rows();
    }

    private void failed(Diagnosis why) {
        problem.set(Optional.of(why));
    }

    private static Set<UUID> ids(List<DeviceRow> rows) {
        return rows.stream().map(row -> row.device().id()).collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<DeviceRow> row(List<DeviceRow> rows, UUID id) {
        return rows.stream().filter(row -> row.device().id().equals(id)).findFirst();
    }

    private Optional<UUID> selectedId() {
        return selected.get().map(row -> row.device().id());
    }

    /** Rows in an order; {@code from} is the very list that they were. */
    private record Sorted(List<DeviceRow> from, SortedRows rows) {}
}
