package dev.gangway.cli;

import dev.gangway.background.Cancellation;
import dev.gangway.bench.matrix.Matrix.Cell;
import dev.gangway.bench.matrix.Variation;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Makes several connections in a row, and says how far it is. */
final class TestSeriesReport {
    private final Context context;
    private final boolean quiet;

    /** What makes the connections. */
    @FunctionalInterface
    interface Series {
        /** As at {@link dev.gangway.bench.matrix.Matrix#run}. */
        List<Cell> run(
                List<Variation> variations, Consumer<Cell> live, Consumer<Duration> waiting, Cancellation cancellation);
    }

    /** One that tells of each result, unless it is quiet. */
    TestSeriesReport(Context context, boolean quiet) {
        this.context = context;
        this.quiet = quiet;
    }

    /** Tries them; fewer results where it was stopped. */
    List<Cell> run(List<Variation> variations, Series series, Function<Cell, String> line) {
        Terminal terminal = context.terminal();
        return series.run(
                variations,
                cell -> {
                    if (!quiet) {
                        terminal.aside(line.apply(cell));
                    }
                },
                wait -> terminal.aside(context.words().get("cli.matrix.waiting", "seconds", wait.toSeconds() + 1)),
                context.tools().cancellation());
    }
}
