package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import dev.gangway.line.batch.DryRun;
import dev.gangway.line.batch.ThingsBoardCsv;
import dev.gangway.line.batch.UnitList;
import dev.gangway.line.recipe.Recipe;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The dry run of a batch. */
@Command(name = "check", description = "Finds every bad line of a list; sends nothing.")
final class BatchCheckCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private ListOptions list = new ListOptions();

    @Mixin
    private RecipeSource source = new RecipeSource();

    @Option(
            names = "--thingsboard",
            paramLabel = "OUT",
            description = "Also write the good lines as ThingsBoard's own bulk import takes them. They bear names as"
                    + " they are; do not open them in a spreadsheet.")
    private Optional<Path> thingsBoard = Optional.empty();

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean json;

    BatchCheckCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        return source.with(context, list.recipe(), this::check);
    }

    private int check(UseCases workspace, Recipe known) {
        UnitList found = list.open(context, workspace.mappings());
        BatchWork work = new BatchWork(context, workspace, known, found, list.existing());
        BatchPrinter printer = new BatchPrinter(context, json);
        printer.understood(found);
        DryRun.Report report = work.check(true);
        printer.checked(found, report, work);
        thingsBoard.ifPresent(target -> {
            long lines = orFail(ThingsBoardCsv.write(found, work.reading(), target));
            printer.written(target, lines);
        });
        return report.bad() == 0 ? ExitCode.PASS : ExitCode.FAIL;
    }
}
