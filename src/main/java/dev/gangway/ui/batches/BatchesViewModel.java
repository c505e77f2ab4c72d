package dev.gangway.ui.batches;

import dev.gangway.background.Background;
import dev.gangway.background.Newest;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.line.batch.KeptBatch;
import dev.gangway.line.recipe.Recipe;
import dev.gangway.ui.kit.RunningWork;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The batches: those that were, the list that is looked at, and the one that runs. UI thread only. */
final class BatchesViewModel {
    /** What is in view. */
    enum Stage {
        /** Earlier batches, and where a new one begins. */
        START,
        /** A list before its first unit. */
        LIST,
        /** A batch under way or over. */
        RUN
    }

    private final BatchWork work;
    private final Background background;
    private final ListViewModel list;
    private final RunViewModel run;
    private final ObservableList<KeptBatch> earlier = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(this, "stage", Stage.START);
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper(this, "loaded");
    private final ReadOnlyObjectWrapper<Optional<Diagnosis>> problem =
            new ReadOnlyObjectWrapper<>(this, "problem", Optional.empty());
    private final Newest loading = new Newest();

    BatchesViewModel(BatchWork work, Background background, RunningWork footer) {
        this.work = work;
        this.background = background;
        list = new ListViewModel(work, background);
        run = new RunViewModel(work, background, footer, this::load);
    }

    ListViewModel list() {
        return list;
    }

    RunViewModel run() {
        return run;
    }

    /** Those that were begun here, the newest first. */
    ObservableList<KeptBatch> earlier() {
        return earlier;
    }

    ReadOnlyObjectProperty<Stage> stage() {
        return stage.getReadOnlyProperty();
    }

    /** Whether the vault has been read. */
    ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Diagnosis>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Reads recipes and batches. */
    void load() {
        background
                .work(cancellation -> new Loaded(work.recipes(), work.earlier()))
                .in(loading)
                .start(
                        found -> {
                            list.offer(found.recipes());
                            earlier.setAll(found.batches());
                            loaded.set(true);
                        },
                        why -> problem.set(Optional.of(why)));
    }

    /** Looks at a list; not while a batch runs. */
    void look(Path file) {
        if (!run.isBusy()) {
            list.open(file);
            stage.set(Stage.LIST);
        }
    }

    /** Shows a batch that was. */
    void open(KeptBatch batch) {
        if (run.isBusy()) {
            stage.set(Stage.RUN);
            return;
        }
        run.open(batch);
        stage.set(Stage.RUN);
    }

    /** Runs the list that was checked. */
    void begin(String label) {
        if (run.isBusy() || list.units() == 0) {
            return;
        }
        var checked = list.checked().get().orElseThrow();
        var recipe = list.recipe().get().orElseThrow();
        var units = list.list().get().orElseThrow();
        var said = list.said();
        problem.set(Optional.empty());
        background
                .attempt(cancellation -> work.begin(units, recipe, checked, said))
                .start(
                        ready -> {
                            run.clear();
                            run.run(ready, label);
                            stage.set(Stage.RUN);
                        },
                        why -> problem.set(Optional.of(why)));
    }

    /** Goes to the batches; one that runs goes on. */
    void back() {
        list.stop();
        problem.set(Optional.empty());
        stage.set(Stage.START);
        load();
    }

    /** Shows the one that runs. */
    void watch() {
        stage.set(Stage.RUN);
    }

    /** Forgets a batch that was; its files stay. */
    void forget(KeptBatch batch) {
        background.work(cancellation -> work.forget(batch)).start(done -> load(), why -> problem.set(Optional.of(why)));
    }

    /** Writes a copy of the results; {@code done} hears that it is there. */
    void save(Path target, Runnable done) {
        run.batch()
                .get()
                .ifPresent(batch -> background
                        .attempt(cancellation -> work.save(batch, target))
                        .start(written -> done.run(), why -> problem.set(Optional.of(why))));
    }

    /** The vault is being locked. */
    void close() {
        list.stop();
        run.cancel();
    }

    private record Loaded(List<Recipe> recipes, List<KeptBatch> batches) {}
}
