package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import dev.gangway.background.Cancellation;
import dev.gangway.line.batch.BatchPreparation;
import dev.gangway.line.batch.DryRun;
import dev.gangway.line.batch.LineReading;
import dev.gangway.line.batch.LineReading.BadCell;
import dev.gangway.line.batch.UnitList;
import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.unit.UnitOrder.Existing;
import java.util.BitSet;
import java.util.List;

/** The dry run of a list, for every command that needs one. */
final class BatchWork {
    /** Faults that are shown; a count tells of the others. */
    private static final int SHOWN = 200;

    private final Context context;
    private final UseCases workspace;
    private final BatchPreparation preparation;

    BatchWork(Context context, UseCases workspace, Recipe recipe, UnitList list, Existing existing) {
        this.context = context;
        this.workspace = workspace;
        preparation = orFail(BatchPreparation.of(list, recipe, existing, SHOWN));
    }

    LineReading reading() {
        return preparation.reading();
    }

    BitSet badLines() {
        return preparation.badLines();
    }

    long faults() {
        return preparation.faults();
    }

    /** Faults, the first of them. */
    List<BadCell> shown() {
        return preparation.shown();
    }

    /**
     * Goes through the list.
     *
     * @param fresh whether no line was run yet, so that a device that is there already is a fault
     */
    DryRun.Report check(boolean fresh) {
        Cancellation cancellation = context.tools().cancellation();
        DryRun.Report report = orFail(preparation.check(fresh, workspace.servers(), workspace.devices(), cancellation));
        if (cancellation.isCancelled()) {
            throw CommandFailed.because(CliCode.CANCELLED);
        }
        return report;
    }

    /** Lines that these results say have passed, where the list is one of results. */
    BitSet passedBefore() {
        return orFail(preparation.passedBefore());
    }
}
