package dev.gangway.ui.batches;

import dev.gangway.background.Background;
import dev.gangway.background.Cancellation;
import dev.gangway.background.Newest;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.line.batch.Field;
import dev.gangway.line.batch.LineReading;
import dev.gangway.line.batch.UnitList;
import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.unit.UnitOrder.Existing;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** A list before its first unit is run: what its columns hold, and what the dry run finds. UI thread only. */
final class ListViewModel {
    private final BatchWork work;
    private final Background background;
    private final ObservableList<Recipe> recipes = FXCollections.observableArrayList();
    private final ObservableList<LineReading.Read> preview = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<Recipe>> recipe =
            new SimpleObjectProperty<>(this, "recipe", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<UnitList>> list =
            new ReadOnlyObjectWrapper<>(this, "list", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Checked>> checked =
            new ReadOnlyObjectWrapper<>(this, "checked", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Existing>> answer =
            new ReadOnlyObjectWrapper<>(this, "answer", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Diagnosis>> problem =
            new ReadOnlyObjectWrapper<>(this, "problem", Optional.empty());
    private final ReadOnlyBooleanWrapper checking = new ReadOnlyBooleanWrapper(this, "checking");
    private final Newest opening = new Newest();
    private final Newest previewing = new Newest();
    private final Newest check = new Newest();

    ListViewModel(BatchWork work, Background background) {
        this.work = work;
        this.background = background;
        recipe.addListener((property, was, is) -> changed());
    }

    /** Those that a list can be run by. */
    ObservableList<Recipe> recipes() {
        return recipes;
    }

    /** The one that it is run by. */
    ObjectProperty<Optional<Recipe>> recipe() {
        return recipe;
    }

    /** The list, as it is understood. */
    ReadOnlyObjectProperty<Optional<UnitList>> list() {
        return list.getReadOnlyProperty();
    }

    /** Its first lines as they would be run. */
    ObservableList<LineReading.Read> preview() {
        return preview;
    }

    /** What the dry run has found; empty before it, and after a change. */
    ReadOnlyObjectProperty<Optional<Checked>> checked() {
        return checked.getReadOnlyProperty();
    }

    /** Whether the dry run goes on. */
    ReadOnlyBooleanProperty checking() {
        return checking.getReadOnlyProperty();
    }

    /** What becomes of devices that are there already; empty until somebody has said. */
    ReadOnlyObjectProperty<Optional<Existing>> answer() {
        return answer.getReadOnlyProperty();
    }

    /** Why the list cannot be used as it is. */
    ReadOnlyObjectProperty<Optional<Diagnosis>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Other recipes than before may be there; the one that was chosen stays, in its newest version. */
    void offer(List<Recipe> all) {
        recipes.setAll(all);
        Optional<String> name = recipe.get().map(Recipe::name);
        Optional<Recipe> chosen = all.stream()
                .filter(each -> name.filter(each.name()::equals).isPresent())
                .findFirst()
                .or(() -> all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty());
        if (!chosen.equals(recipe.get())) {
            recipe.set(chosen);
        }
    }

    /** Looks at a file. */
    void open(Path file) {
        list.set(Optional.empty());
        background
                .attempt(cancellation -> work.open(file))
                .in(opening)
                .start(this::use, why -> problem.set(Optional.of(why)));
    }

    /** Says what a column holds; {@code key} is the name of an attribute. */
    void column(int index, Field field, String key) {
        list.get().ifPresent(known -> use(known.with(known.mapping().with(index, field, key))));
    }

    /** Takes the first line for a heading or for a unit. */
    void heading(boolean has) {
        list.get()
                .ifPresent(known -> background
                        .attempt(cancellation -> known.withHeading(has))
                        .in(opening)
                        .start(this::use, why -> problem.set(Optional.of(why))));
    }

    /** Goes through the whole list; sends nothing. */
    void check() {
        Optional<UnitList> known = list.get();
        Optional<Recipe> by = recipe.get();
        if (known.isEmpty() || by.isEmpty() || checking.get()) {
            return;
        }
        problem.set(Optional.empty());
        checked.set(Optional.empty());
        answer.set(Optional.empty());
        checking.set(true);
        background
                .attempt((Cancellation cancellation) -> work.check(known.get(), by.get(), cancellation))
                .in(check)
                .always(() -> checking.set(false))
                .start(found -> checked.set(Optional.of(found)), why -> problem.set(Optional.of(why)));
    }

    /** Ends the dry run. */
    void stop() {
        check.cancel();
    }

    /** Says what becomes of devices that are there already. */
    void answer(Existing what) {
        answer.set(Optional.of(what));
    }

    /** Whether the question about devices that are there already stands unanswered. */
    boolean isAsking() {
        return checked.get().filter(found -> !found.existing().isEmpty()).isPresent()
                && answer.get().isEmpty();
    }

    /** How many units would run now; 0 where nothing may. */
    long units() {
        return isAsking() ? 0 : checked.get().map(found -> found.units(said())).orElse(0L);
    }

    /** How many lines would be left out now. */
    long leftOut() {
        return checked.get()
                .map(found -> (long) found.leftOut(said()).cardinality())
                .orElse(0L);
    }

    /** What was said about devices that are there already. */
    Existing said() {
        return answer.get().orElse(Existing.REFUSE);
    }

    private void use(UnitList known) {
        list.set(Optional.of(known));
        changed();
    }

    /** What was found holds no more. */
    private void changed() {
        check.cancel();
        checking.set(false);
        checked.set(Optional.empty());
        answer.set(Optional.empty());
        problem.set(Optional.empty());
        Optional<UnitList> known = list.get();
        Optional<Recipe> by = recipe.get();
        if (known.isPresent() && by.isPresent()) {
            background
                    .attempt(cancellation -> work.preview(known.get(), by.get()))
                    .in(previewing)
                    .start(preview::setAll, why -> problem.set(Optional.of(why)));
        } else {
            previewing.cancel();
            preview.clear();
        }
    }
}
