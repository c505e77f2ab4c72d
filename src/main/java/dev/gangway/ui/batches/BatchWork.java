package dev.gangway.ui.batches;

import dev.gangway.background.Cancellation;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.line.batch.BatchRun;
import dev.gangway.line.batch.KeptBatch;
import dev.gangway.line.batch.LineReading;
import dev.gangway.line.batch.ResultFile;
import dev.gangway.line.batch.Totals;
import dev.gangway.line.batch.UnitList;
import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.unit.UnitOrder.Existing;
import dev.gangway.line.unit.UnitVerdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** What the batches ask of the program. Everything blocks; call it off the UI thread. */
public interface BatchWork {
    /** The recipes of the vault, by name. */
    List<Recipe> recipes();

    /** The batches that were begun here, the newest first; what became of one that was broken off is read from its file. */
    List<KeptBatch> earlier();

    /** A list, its columns as they were understood last time or as they seem to be. */
    Outcome<UnitList> open(Path file);

    /** The first lines as they would be run. */
    Outcome<List<LineReading.Read>> preview(UnitList list, Recipe recipe);

    /** Goes through the whole list, and remembers what its columns hold. */
    Outcome<Checked> check(UnitList list, Recipe recipe, Cancellation cancellation);

    /** A batch over a list that was checked; not begun yet. */
    Outcome<Job> begin(UnitList list, Recipe recipe, Checked checked, Existing existing);

    /** Goes on with a batch; {@code again} are verdicts that are tried once more. Not begun yet. */
    Outcome<Job> resume(KeptBatch batch, Set<UnitVerdict> again);

    /** The results of a batch, of a unit that was tried again the last. */
    Outcome<List<ResultFile.Entry>> results(KeptBatch batch);

    /** Writes a copy of the results; an older file of this name is replaced. */
    Outcome<Outcome.Done> save(KeptBatch batch, Path target);

    /** Forgets a batch; its files stay. */
    Outcome.Done forget(KeptBatch batch);

    /** A batch that is ready to run. */
    interface Job {
        /** What is kept of it. Does not block. */
        KeptBatch kept();

        /** Starts no unit any more until it is called with {@code false}. Does not block. */
        void pause(boolean on);

        /** Runs it to its end or to the cancel. */
        Outcome<Totals> run(BatchRun.Listener listener, Cancellation cancellation);
    }
}
