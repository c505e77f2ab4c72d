package dev.gangway.ui.shell;

import dev.gangway.background.Background;
import dev.gangway.background.Cancellation;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Finds devices and actions by what one types. Used on the UI thread only. */
final class SearchViewModel {
    /** More than this nobody reads; type more letters instead. */
    static final int MOST = 12;

    private final Background background;
    private final Supplier<List<DeviceIndex.Row>> load;
    private final Function<DeviceIndex.Row, SearchHit> asHit;
    private final Supplier<List<SearchHit>> actions;
    private final ObservableList<SearchHit> hits = FXCollections.observableArrayList();
    private List<DeviceIndex.Row> index = List.of();
    private Cancellation search = new Cancellation();
    private String query = "";

    /**
     * Makes one.
     *
     * @param load reads the devices; called off the UI thread
     * @param asHit what to show for a device
     * @param actions what can be done now
     */
    SearchViewModel(
            Background background,
            Supplier<List<DeviceIndex.Row>> load,
            Function<DeviceIndex.Row, SearchHit> asHit,
            Supplier<List<SearchHit>> actions) {
        this.background = background;
        this.load = load;
        this.asHit = asHit;
        this.actions = actions;
    }

    /** What was found, actions first. */
    ObservableList<SearchHit> hits() {
        return hits;
    }

    /** The search field got the focus: reads the devices again. */
    void begin() {
        background.start(cancellation -> load.get(), rows -> {
            index = rows;
            type(query);
        });
    }

    /** Searches for this; empty shows the actions. */
    void type(String text) {
        query = text.strip().toLowerCase(Locale.ROOT);
        search.cancel();
        String wanted = query;
        List<DeviceIndex.Row> rows = index;
        search = background.start(
                cancellation -> wanted.isEmpty()
                        ? List.<DeviceIndex.Row>of()
                        : DeviceIndex.find(rows, wanted, MOST, cancellation::isCancelled),
                this::show);
    }

    private void show(List<DeviceIndex.Row> rows) {
        Stream<SearchHit> found = actions.get().stream()
                .filter(action -> action.title().toLowerCase(Locale.ROOT).contains(query));
        hits.setAll(Stream.concat(
                        found.limit(rows.isEmpty() ? MOST : 4), rows.stream().map(asHit))
                .limit(MOST)
                .toList());
    }
}
