package dev.gangway.ui.bench.compare;

import dev.gangway.background.Background;
import dev.gangway.background.Newest;
import dev.gangway.bench.export.Recording;
import dev.gangway.bench.model.Comparison;
import dev.gangway.bench.model.Comparison.Difference;
import dev.gangway.diagnosis.Diagnosis;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/** Two tests side by side. For the UI thread alone. */
public final class CompareViewModel {
    private final Background background;
    private final ObservableList<Comparison.Row> rows = FXCollections.observableArrayList();
    private final FilteredList<Comparison.Row> shown = new FilteredList<>(rows);
    private final BooleanProperty onlyDifferences = new SimpleBooleanProperty(false);
    private final ReadOnlyObjectWrapper<Optional<Pair>> pair = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Diagnosis>> problem =
            new ReadOnlyObjectWrapper<>(this, "problem", Optional.empty());
    private final Newest working = new Newest();

    /** The two that are compared. */
    public record Pair(Side left, Side right) {}

    /** Compares nothing yet. */
    public CompareViewModel(Background background) {
        this.background = background;
        onlyDifferences.addListener(
                (_, _, only) -> shown.setPredicate(row -> !only || row.difference() != Difference.NONE));
    }

    /** The rows in view. */
    public ObservableList<Comparison.Row> rows() {
        return shown;
    }

    /** Whether rows that are the same on both sides are left out. */
    public BooleanProperty onlyDifferences() {
        return onlyDifferences;
    }

    /** What is compared, where anything is. */
    public ReadOnlyObjectProperty<Optional<Pair>> pair() {
        return pair.getReadOnlyProperty();
    }

    /** How many rows are not the same on both sides. */
    public long differences() {
        return rows.stream().filter(row -> row.difference() != Difference.NONE).count();
    }

    /** Why they could not be compared. */
    public ReadOnlyObjectProperty<Optional<Diagnosis>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Compares these two. */
    public void compare(Side left, Side right) {
        problem.set(Optional.empty());
        background
                .work(_ -> Comparison.of(
                        left.recording().events(), right.recording().events()))
                .in(working)
                .start(found -> show(new Pair(left, right), found), why -> problem.set(Optional.of(why)));
    }

    /** Compares nothing any more. */
    public void clear() {
        working.forget();
        rows.clear();
        pair.set(Optional.empty());
    }

    private void show(Pair compared, List<Comparison.Row> found) {
        rows.setAll(found);
        pair.set(Optional.of(compared));
    }

    /**
     * One of two tests side by side.
     *
     * @param name what people call it, for example {@code This test}, or the name of a file
     */
    public record Side(String name, Recording recording) {}
}
