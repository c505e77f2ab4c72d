package dev.gangway.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.bench.Plan;
import dev.gangway.bench.Verdict;
import dev.gangway.bench.matrix.Axis;
import dev.gangway.bench.matrix.Matrix;
import dev.gangway.bench.matrix.Matrix.Cell;
import dev.gangway.bench.matrix.Trait;
import dev.gangway.bench.matrix.Variation;
import dev.gangway.bench.matrix.Variations;
import dev.gangway.diagnosis.Diagnosis;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Tries one credential in several ways, and prints what came of each. */
final class MatrixReport {
    private final Context context;

    MatrixReport(Context context) {
        this.context = context;
    }

    /** The axes of a list such as {@code tls,mqtt}; all of them where it is empty. */
    static Set<Axis> axes(String list) {
        if (list.isBlank()) {
            return EnumSet.allOf(Axis.class);
        }
        return Arrays.stream(list.split(","))
                .map(name -> Arrays.stream(Axis.values())
                        .filter(axis -> axis.name().equalsIgnoreCase(name.strip()))
                        .findFirst()
                        .orElseThrow(() -> ConnectionOptions.badValue("--matrix", name)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Axis.class)));
    }

    /** Runs it; passes where at least one way was accepted. */
    int run(Plan plan, Set<Axis> axes, boolean json) {
        List<Variation> variations = Variations.of(plan, axes);
        Terminal terminal = context.terminal();
        List<Cell> cells = new Matrix(context.tools().bench())
                .run(
                        variations,
                        cell -> {
                            if (!json) {
                                terminal.aside((cell.run().passed() ? "✔ " : "✘ ") + words(cell.variation()));
                            }
                        },
                        wait -> terminal.aside(
                                context.words().get("cli.matrix.waiting", "seconds", wait.toSeconds() + 1)),
                        context.tools().cancellation());
        if (json) {
            context.print(json(cells));
        } else {
            print(cells);
        }
        if (cells.size() < variations.size()) {
            return ExitCode.CANCELLED;
        }
        return cells.stream().anyMatch(cell -> cell.run().passed()) ? ExitCode.PASS : ExitCode.FAIL;
    }

    private void print(List<Cell> cells) {
        Terminal terminal = context.terminal();
        terminal.line("");
        Table table = new Table(
                context.words().get("cli.head.way"),
                context.words().get("cli.head.verdict"),
                context.words().get("cli.head.took"),
                context.words().get("cli.head.cause"));
        for (Cell cell : cells) {
            table.row(
                    words(cell.variation()),
                    cell.run().passed() ? "pass" : "fail",
                    context.words().formats().took(cell.run().took()),
                    cell.run().verdict() instanceof Verdict.Failed(Diagnosis why)
                            ? why.code() + "  " + context.words().title(why)
                            : "");
        }
        table.print(terminal);
    }

    private ObjectNode json(List<Cell> cells) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("verdict", cells.stream().anyMatch(cell -> cell.run().passed()) ? "pass" : "fail");
        ArrayNode runs = node.putArray("runs");
        for (Cell cell : cells) {
            ObjectNode one = runs.addObject();
            ArrayNode traits = one.putArray("traits");
            cell.variation().traits().forEach(trait -> traits.add(trait.name().toLowerCase(Locale.ROOT)));
            one.setAll(new RunJson(context.words()).of(cell.run()));
        }
        return node;
    }

    private String words(Variation variation) {
        return variation.traits().stream().map(this::words).collect(Collectors.joining(" · "));
    }

    private String words(Trait trait) {
        return context.words().get("trait." + trait.name().toLowerCase(Locale.ROOT));
    }
}
