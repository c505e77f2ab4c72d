package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import dev.gangway.line.batch.BatchCode;
import dev.gangway.line.batch.BatchRun;
import dev.gangway.line.batch.BatchState;
import dev.gangway.line.batch.DryRun;
import dev.gangway.line.batch.Totals;
import dev.gangway.line.batch.UnitList;
import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.unit.Units;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A batch from its beginning. */
@Command(
        name = "run",
        description =
                "Brings the units of a list on board, several at once. Checks every line before the first is sent."
                        + " Each unit's result is in a file as soon as it is through.")
final class BatchRunCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private ListOptions list = new ListOptions();

    @Mixin
    private RecipeSource source = new RecipeSource();

    @Mixin
    private SiteOptions site = new SiteOptions();

    @Option(
            names = "--lanes",
            paramLabel = "N",
            description = "Units at once at most, 1 to 64; fewer where the server is slow (default: 16).")
    private int lanes = BatchRun.USUAL_LANES;

    @Option(
            names = "--results",
            paramLabel = "OUT.csv",
            description = "Where the results go (default: beside the list).")
    private Optional<Path> results = Optional.empty();

    @Option(names = "--leave-out-bad", description = "Run the good lines where others are bad.")
    private boolean leaveOut;

    @Mixin
    private BatchControl control = new BatchControl();

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean json;

    BatchRunCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (lanes < 1 || lanes > 64) {
            throw ConnectionOptions.badValue("--lanes", String.valueOf(lanes));
        }
        return source.with(context, list.recipe(), this::run);
    }

    private int run(UseCases workspace, Recipe known) {
        Units units = site.at(workspace, known, Optional.empty());
        UnitList found = list.open(context, workspace.mappings());
        BatchPrinter printer = new BatchPrinter(context, json);
        printer.understood(found);
        BatchWork work = new BatchWork(context, workspace, known, found, list.existing());
        BitSet passed = work.passedBefore();
        DryRun.Report report = work.check(passed.isEmpty());
        if (report.bad() > 0) {
            printer.faults(found, work);
            if (!leaveOut) {
                throw new CommandFailed(dev.gangway.diagnosis.Diagnosis.of(BatchCode.LINES_BAD)
                        .with("file", found.name())
                        .with("count", report.bad())
                        .with("total", report.lines())
                        .remedy("batch.correct-or-leave-out")
                        .build());
            }
        }
        BitSet leftOut = work.badLines();
        leftOut.or(passed);
        long total = report.lines() - leftOut.cardinality();
        if (total == 0) {
            throw CommandFailed.because(BatchCode.NOTHING_TO_DO, "file", found.name());
        }
        Path target = results.orElseGet(() -> found.file().resolveSibling(found.name() + ".results.csv"));
        BatchState state = orFail(BatchState.of(
                found, list.sheet(), list.recipe(), known.version(), list.existing(), leaveOut, leftOut, lanes));
        BatchRun run = new BatchRun(units, context.words()::title, target, lanes);
        workspace.mappings().remember(found);
        Runnable clock = site.clock(context, workspace);
        clock.run();
        try (Reporting reporting = site.reporting(context, workspace)) {
            control.follow(context, run);
            Totals totals = orFail(run.begin(
                    state,
                    found,
                    work.reading(),
                    leftOut,
                    total,
                    printer,
                    context.tools().cancellation()));
            clock.run();
            return printer.end(totals, target, leftOut.cardinality());
        }
    }
}
