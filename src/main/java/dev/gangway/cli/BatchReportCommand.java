package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import dev.gangway.line.batch.BatchCode;
import dev.gangway.line.batch.ResultFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a batch came to, from its results. */
@Command(
        name = "report",
        description = "Counts the results of a batch; of a unit that was tried again the last counts.")
final class BatchReportCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(paramLabel = "OUT.csv", description = "Results of the batch.")
    private Path results = Path.of("");

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean json;

    BatchReportCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (!Files.isRegularFile(results)) {
            throw CommandFailed.because(BatchCode.STATE_UNREADABLE, "file", results);
        }
        return new BatchPrinter(context, json).report(orFail(ResultFile.totals(results)), results);
    }
}
