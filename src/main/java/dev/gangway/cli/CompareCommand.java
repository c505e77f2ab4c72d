package dev.gangway.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows what is different between two tests that were kept. */
@Command(
        name = "compare",
        description = "Shows what is different between two tests, kept with --json or --export. Ends with 1 where"
                + " something is.")
final class CompareCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(paramLabel = "BEFORE", description = "The earlier test.")
    private Path before = Path.of("");

    @Parameters(paramLabel = "NOW", description = "The later one.")
    private Path now = Path.of("");

    @Mixin
    private JsonOption json = new JsonOption();

    CompareCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        RunComparison comparison = new RunComparison(EarlierRun.read(before), EarlierRun.read(now));
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        comparison.addTo(node);
        json.print(context, node.get("comparison"), () -> comparison.print(context.terminal()));
        return comparison.isSame() ? ExitCode.PASS : ExitCode.FAIL;
    }
}
