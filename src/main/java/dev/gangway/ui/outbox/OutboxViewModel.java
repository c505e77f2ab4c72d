package dev.gangway.ui.outbox;

import dev.gangway.background.Background;
import dev.gangway.background.Newest;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.ui.kit.RunningWork;
import dev.gangway.ui.kit.job.Job;
import dev.gangway.ui.outbox.OutboxWork.Waiting;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What waits in the outbox. For the UI thread alone. */
final class OutboxViewModel {
    private final OutboxWork work;
    private final Background background;
    private final ObservableList<Waiting> waiting = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper(this, "loaded");
    private final ReadOnlyObjectWrapper<Optional<Diagnosis>> problem =
            new ReadOnlyObjectWrapper<>(this, "problem", Optional.empty());
    private final Newest loading = new Newest();

    OutboxViewModel(OutboxWork work, Background background) {
        this.work = work;
        this.background = background;
    }

    /** What waits, the oldest first. */
    ObservableList<Waiting> waiting() {
        return waiting;
    }

    /** Whether it was read at least once. */
    ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    /** Why it could not be read, or given up. */
    ReadOnlyObjectProperty<Optional<Diagnosis>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Reads it again. */
    void load() {
        background
                .work(_ -> work.waiting())
                .in(loading)
                .start(
                        found -> {
                            problem.set(Optional.empty());
                            if (!waiting.equals(found)) {
                                waiting.setAll(found);
                            }
                            loaded.set(true);
                        },
                        this::failed);
    }

    /** Goes on with these, one after the other; not begun yet. */
    Job<Waiting> retry(String label, List<Waiting> those, RunningWork footer) {
        return new Job<>(label, those, work::retry, background, footer, this::load);
    }

    /** Gives these up. */
    void drop(List<Waiting> those, Runnable done) {
        background
                .work(_ -> {
                    work.drop(those);
                    return Outcome.Done.DONE;
                })
                .noted("drop from the outbox", _ -> "done, " + those.size())
                .always(this::load)
                .start(_ -> done.run(), this::failed);
    }

    private void failed(Diagnosis why) {
        problem.set(Optional.of(why));
    }
}
