package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.line.batch.BatchCode;
import dev.gangway.line.batch.BatchRun;
import dev.gangway.line.batch.BatchState;
import dev.gangway.line.batch.DryRun;
import dev.gangway.line.batch.Totals;
import dev.gangway.line.batch.UnitList;
import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.unit.UnitVerdict;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Goes on with a batch that was stopped, or tries again what failed. */
@Command(
        name = "resume",
        description = "Goes on with a batch: runs the lines that have no result yet. Nothing is done twice.")
final class BatchResumeCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(paramLabel = "OUT.csv", description = "Results of the batch.")
    private Path results = Path.of("");

    @Mixin
    private RecipeSource source = new RecipeSource();

    @Mixin
    private SiteOptions site = new SiteOptions();

    @Option(names = "--retry-failed", description = "Also run again what has not passed.")
    private boolean retry;

    @Mixin
    private BatchControl control = new BatchControl();

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean json;

    BatchResumeCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        BatchState state = orFail(BatchState.read(results));
        return source.with(context, state.recipe(), (workspace, recipe) -> resume(workspace, recipe, state));
    }

    private int resume(UseCases workspace, Recipe recipe, BatchState state) {
        if (recipe.version() != state.version()) {
            throw new CommandFailed(Diagnosis.of(BatchCode.RECIPE_CHANGED)
                    .with("recipe", recipe.name())
                    .with("version", recipe.version())
                    .with("began", state.version())
                    .remedy("batch.other-recipe")
                    .build());
        }
        UnitList list = orFail(state.open());
        BatchWork work = new BatchWork(context, workspace, recipe, list, state.existing());
        BatchPrinter printer = new BatchPrinter(context, json);
        DryRun.Report report = work.check(false);
        work.badLines().or(work.passedBefore());
        work.badLines().or(state.leftOut());
        long total = report.lines() - work.badLines().cardinality();
        Set<UnitVerdict> again =
                retry ? EnumSet.complementOf(EnumSet.of(UnitVerdict.PASS)) : EnumSet.noneOf(UnitVerdict.class);
        BatchRun run = new BatchRun(
                site.at(workspace, recipe, Optional.empty()), context.words()::title, results, state.lanes());
        Runnable clock = site.clock(context, workspace);
        clock.run();
        try (Reporting reporting = site.reporting(context, workspace)) {
            control.follow(context, run);
            Totals totals = orFail(run.resume(
                    list,
                    work.reading(),
                    work.badLines(),
                    total,
                    again,
                    printer,
                    context.tools().cancellation()));
            clock.run();
            return printer.end(totals, results, work.badLines().cardinality());
        }
    }
}
