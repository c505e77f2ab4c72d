package dev.gangway.ui.shell;

import dev.gangway.background.Background;
import dev.gangway.background.Newest;
import dev.gangway.diagnosis.Diagnosis;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Finds everything in the vault, and every action, by what one types. Used on the UI thread only. */
final class SearchViewModel {
    /** More than this nobody reads; type more letters instead. */
    static final int MOST = 12;

    private final Background background;
    private final Supplier<List<SearchIndex.Row>> load;
    private final Function<SearchIndex.Row, SearchHit> asHit;
    private final Supplier<List<SearchHit>> actions;
    private final ObservableList<SearchHit> hits = FXCollections.observableArrayList();
    private List<SearchIndex.Row> index = List.of();
    private final Newest loading = new Newest();
    private final Newest search = new Newest();
    private final ReadOnlyObjectWrapper<Optional<Diagnosis>> problem =
            new ReadOnlyObjectWrapper<>(this, "problem", Optional.empty());
    private final ReadOnlyBooleanWrapper settled = new ReadOnlyBooleanWrapper(this, "settled");
    private boolean reading;
    private String query = "";

    /**
     * Makes one.
     *
     * @param load reads what there is; called off the UI thread
     * @param asHit what to show for a row
     * @param actions what can be done now
     */
    SearchViewModel(
            Background background,
            Supplier<List<SearchIndex.Row>> load,
            Function<SearchIndex.Row, SearchHit> asHit,
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

    /** Whether what was found is the answer to what is typed now, rather than to its first letters. */
    ReadOnlyBooleanProperty settled() {
        return settled.getReadOnlyProperty();
    }

    /** Why nothing could be searched. */
    ReadOnlyObjectProperty<Optional<Diagnosis>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** The search field got the focus: reads the vault again. */
    void begin() {
        reading = true;
        settled.set(false);
        background
                .work(cancellation -> load.get())
                .in(loading)
                .start(
                        rows -> {
                            index = rows;
                            reading = false;
                            type(query);
                        },
                        this::failed);
    }

    /** Searches for this; empty shows the actions. */
    void type(String text) {
        settled.set(false);
        query = text.strip().toLowerCase(Locale.ROOT);
        String wanted = query;
        List<SearchIndex.Row> rows = index;
        background
                .work(cancellation -> wanted.isEmpty()
                        ? List.<SearchIndex.Row>of()
                        : SearchIndex.find(rows, wanted, MOST, cancellation::isCancelled))
                .in(search)
                .start(this::show, this::failed);
    }

    private void failed(Diagnosis why) {
        reading = false;
        hits.clear();
        problem.set(Optional.of(why));
        settled.set(true);
    }

    private void show(List<SearchIndex.Row> rows) {
        Stream<SearchHit> found = actions.get().stream().filter(action -> action.isCalled(query));
        problem.set(Optional.empty());
        hits.setAll(Stream.concat(
                        found.limit(rows.isEmpty() ? MOST : 4), rows.stream().map(asHit))
                .limit(MOST)
                .toList());
        settled.set(!reading);
    }

    /**
     * Something that the search found.
     *
     * @param title what it is called
     * @param also other words that it is found by
     * @param detail more about it, or its keys
     * @param open goes there, or does it
     */
    record SearchHit(String title, String also, String detail, Runnable open) {
        /** Whether these words, in small letters, stand in its title or in the other words for it. */
        boolean isCalled(String words) {
            return title.toLowerCase(Locale.ROOT).contains(words)
                    || also.toLowerCase(Locale.ROOT).contains(words);
        }
    }
}
