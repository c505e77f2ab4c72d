package dev.gangway.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.bench.engine.NegativeProof;
import dev.gangway.bench.engine.NegativeProof.Attempt;
import dev.gangway.bench.engine.NegativeProof.Result;
import dev.gangway.bench.engine.NegativeProof.Wrong;
import dev.gangway.bench.matrix.Matrix.Cell;
import dev.gangway.bench.matrix.Variation;
import java.util.List;
import java.util.Locale;

/** Tries what must be refused, and prints whether it was. */
final class ProofReport {
    private final Context context;

    ProofReport(Context context) {
        this.context = context;
    }

    /** Runs it; passes where everything was refused. */
    int run(List<Attempt> attempts, boolean json, TestSeriesReport.Series series) {
        List<Variation> variations = attempts.stream()
                .map(attempt -> new Variation(List.of(), attempt.plan()))
                .toList();
        List<Cell> cells = new TestSeriesReport(context, json)
                .run(variations, series, cell -> mark(cell) + words(attempts, variations.indexOf(cell.variation())));
        if (json) {
            context.print(json(attempts, cells));
        } else {
            print(attempts, cells);
        }
        if (cells.size() < attempts.size() || context.tools().cancellation().isCancelled()) {
            return ExitCode.CANCELLED;
        }
        return count(cells, Result.REFUSED) == cells.size() ? ExitCode.PASS : ExitCode.FAIL;
    }

    private void print(List<Attempt> attempts, List<Cell> cells) {
        Terminal terminal = context.terminal();
        terminal.line("");
        TextTable table = new TextTable(
                context.words().get("runs.column.wrong"), context.words().get("cli.head.verdict"));
        for (int i = 0; i < cells.size(); i++) {
            Result result = NegativeProof.result(cells.get(i).run());
            table.row(words(attempts, i), context.words().get("runs.proof.result." + result.name()));
        }
        table.print(terminal);
        terminal.line("");
        long accepted = count(cells, Result.ACCEPTED);
        long undecided = count(cells, Result.UNDECIDED);
        String key = accepted > 0 ? "lax" : undecided > 0 ? "open" : "strict";
        long number = Math.max(accepted, accepted > 0 ? 0 : undecided);
        String ending = number == 0 ? "" : number == 1 ? ".one" : ".many";
        Wrap.lines(context.words().get("runs.proof." + key + ending, "count", number), "")
                .forEach(terminal::line);
    }

    private ObjectNode json(List<Attempt> attempts, List<Cell> cells) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("verdict", count(cells, Result.REFUSED) == attempts.size() ? "pass" : "fail");
        ArrayNode runs = node.putArray("runs");
        for (int i = 0; i < cells.size(); i++) {
            ObjectNode one = runs.addObject();
            one.put("wrong", lower(attempts.get(i).wrong()));
            one.put("result", lower(NegativeProof.result(cells.get(i).run())));
            one.setAll(new RunJson(context.words()).of(cells.get(i).run()));
        }
        return node;
    }

    private static String mark(Cell cell) {
        return switch (NegativeProof.result(cell.run())) {
            case REFUSED -> "✔ ";
            case ACCEPTED -> "✘ ";
            case UNDECIDED -> "? ";
        };
    }

    private String words(List<Attempt> attempts, int index) {
        Wrong wrong = attempts.get(index).wrong();
        return context.words().get("runs.wrong." + wrong.name());
    }

    private static long count(List<Cell> cells, Result result) {
        return cells.stream()
                .filter(cell -> NegativeProof.result(cell.run()) == result)
                .count();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
