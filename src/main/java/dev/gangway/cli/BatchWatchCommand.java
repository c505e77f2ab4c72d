package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.background.Cancellation;
import dev.gangway.line.batch.BatchRun;
import dev.gangway.line.batch.FolderWatch;
import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.unit.UnitResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists that somebody puts into a folder. */
@Command(
        name = "watch",
        description =
                "Runs each list (CSV, XLSX, JSON) that is put into a folder, and moves it to done or failed in it,"
                        + " with its results beside it. Goes on at the next start with what was broken off.")
final class BatchWatchCommand implements Callable<Integer>, FolderWatch.Listener {
    private static final int MOST_SETTLE = 3_600;

    private final Context context;

    @Parameters(index = "0", paramLabel = "RECIPE|FILE", description = "A recipe of the vault, or in a JSON file.")
    private String recipe = "";

    @Parameters(index = "1", paramLabel = "FOLDER", description = "The folder, which is there.")
    private Path folder = Path.of("");

    @Mixin
    private RecipeSource source = new RecipeSource();

    @Mixin
    private SiteOptions site = new SiteOptions();

    @Option(names = "--lanes", paramLabel = "N", description = "Units at once at most, 1 to 64 (default: 16).")
    private int lanes = BatchRun.USUAL_LANES;

    @Option(
            names = "--settle-seconds",
            paramLabel = "N",
            description = "A list is whole when it has not changed for this long, 0 to 3600 (default: 2).")
    private int settle = 2;

    @Option(
            names = "--existing",
            paramLabel = "WHAT",
            defaultValue = "refuse",
            description = "Devices that are there already: refuse, skip, adopt, or new-credential (default: refuse).")
    private String existing = "refuse";

    @Option(names = "--leave-out-bad", description = "Run the good lines of a list where others are bad.")
    private boolean leaveOut;

    @Option(names = "--once", description = "End when no list is left.")
    private boolean once;

    @Option(names = "--json", description = "Print one JSON object a list, a line each.")
    private boolean json;

    private Runnable clock = () -> {};
    private boolean allGood = true;

    BatchWatchCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (lanes < 1 || lanes > 64) {
            throw ConnectionOptions.badValue("--lanes", String.valueOf(lanes));
        }
        if (settle < 0 || settle > MOST_SETTLE) {
            throw ConnectionOptions.badValue("--settle-seconds", String.valueOf(settle));
        }
        return source.with(context, recipe, this::watch);
    }

    private int watch(UseCases workspace, Recipe known) {
        FolderWatch.Work work = new FolderWatch.Work(
                known,
                site.at(workspace, known, Optional.empty()),
                workspace.servers(),
                workspace.devices(),
                workspace.mappings(),
                ListOptions.existing(existing),
                leaveOut,
                lanes,
                context.words()::title);
        Cancellation cancellation = context.tools().cancellation();
        clock = site.clock(context, workspace);
        clock.run();
        try (Reporting reporting = site.reporting(context, workspace)) {
            orFail(new FolderWatch(work, this).run(folder, Duration.ofSeconds(settle), once, cancellation));
        }
        if (cancellation.isCancelled()) {
            return ExitCode.CANCELLED;
        }
        return allGood ? ExitCode.PASS : ExitCode.FAIL;
    }

    @Override
    public void taken(String name) {
        if (!json) {
            context.terminal().aside(context.words().get("cli.batch.watch.taken", "file", name));
        }
    }

    @Override
    public String ended(FolderWatch.Ended ended) {
        clock.run();
        allGood &= ended.isGood();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("file", ended.name());
        node.put("good", ended.isGood());
        ended.totals().ifPresent(totals -> node.setAll(BatchPrinter.json(totals)));
        ended.why()
                .ifPresentOrElse(
                        why -> node.set("diagnosis", Diagnoses.json(context.words(), why)),
                        () -> node.putNull("diagnosis"));
        BatchPrinter.faults(context.words(), node.putArray("faults"), ended.name(), ended.faults());
        if (json) {
            context.terminal().json(node.toString());
        } else {
            ended.why().ifPresent(why -> Diagnoses.print(context.terminal().aside(), why));
        }
        return node.toPrettyString();
    }

    @Override
    public void moved(Path list) {
        if (!json) {
            context.terminal().say("batch.watch.moved", "file", list);
        }
    }

    @Override
    public void leftAlone(String name) {
        context.terminal().aside(context.words().get("cli.batch.watch.left-alone", "file", name));
    }

    @Override
    public void later(UnitResult result) {
        if (!json) {
            context.terminal().say("line.later", "serial", result.order().serial());
        }
    }
}
