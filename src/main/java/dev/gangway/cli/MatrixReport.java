package dev.gangway.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.bench.matrix.DeviceReach;
import dev.gangway.bench.matrix.Matrix.Cell;
import dev.gangway.bench.matrix.MatrixDimension;
import dev.gangway.bench.matrix.MatrixValue;
import dev.gangway.bench.matrix.Variation;
import dev.gangway.bench.matrix.Variations;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Verdict;
import dev.gangway.bench.profile.DeviceProfile;
import dev.gangway.diagnosis.Diagnosis;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tries one credential in several ways, and prints what came of each. */
final class MatrixReport {
    private final Context context;

    MatrixReport(Context context) {
        this.context = context;
    }

    /** The axes of a list such as {@code tls,mqtt}; all of them where it is empty. */
    static Set<MatrixDimension> axes(String list) {
        if (list.isBlank()) {
            return MatrixDimension.combined();
        }
        Set<MatrixDimension> axes = Arrays.stream(list.split(","))
                .map(name -> Arrays.stream(MatrixDimension.values())
                        .filter(axis -> axis.name().equalsIgnoreCase(name.strip()))
                        .findFirst()
                        .orElseThrow(() -> ConnectionOptions.badValue("--matrix", name)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(MatrixDimension.class)));
        for (MatrixDimension axis : axes) {
            axes.stream().filter(other -> !axis.goesWith(other)).findFirst().ifPresent(other -> {
                throw CommandFailed.because(CliCode.OPTIONS_EXCLUDE, "one", named(axis), "other", named(other));
            });
        }
        return axes;
    }

    private static String named(MatrixDimension axis) {
        return "--matrix=" + axis.name().toLowerCase(Locale.ROOT);
    }

    /** Runs it; passes where at least one way was accepted. */
    int run(Plan plan, Set<MatrixDimension> axes, boolean json, TestSeriesReport.Series series) {
        List<Variation> variations = Variations.of(plan, axes);
        List<Cell> cells = new TestSeriesReport(context, json)
                .run(variations, series, cell -> (cell.run().passed() ? "✔ " : "✘ ") + words(cell.variation()));
        if (json) {
            context.print(json(cells));
        } else {
            print(cells);
        }
        if (cells.size() < variations.size() || context.tools().cancellation().isCancelled()) {
            return ExitCode.CANCELLED;
        }
        return cells.stream().anyMatch(cell -> cell.run().passed()) ? ExitCode.PASS : ExitCode.FAIL;
    }

    private void print(List<Cell> cells) {
        Terminal terminal = context.terminal();
        terminal.line("");
        TextTable table = TextTable.of(context.words(), "way", "verdict", "took", "cause");
        for (Cell cell : cells) {
            table.row(
                    words(cell.variation()),
                    cell.run().passed() ? "pass" : "fail",
                    context.words().formats().took(cell.run().took()),
                    cause(cell).map(Diagnosis::code).orElse(""));
        }
        table.print(terminal);
        List<DeviceReach> devices = DeviceReach.of(cells);
        if (!devices.isEmpty()) {
            new DeviceReport(context.words()).print(devices, terminal);
            return;
        }
        new Causes(cells.stream().flatMap(cell -> cause(cell).stream()).toList()).print(terminal);
    }

    private static Optional<Diagnosis> cause(Cell cell) {
        return cell.run().verdict() instanceof Verdict.Failed(Diagnosis why) ? Optional.of(why) : Optional.empty();
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
        List<DeviceReach> devices = DeviceReach.of(cells);
        if (!devices.isEmpty()) {
            new DeviceReport(context.words()).addTo(node.putArray("devices"), devices);
        }
        return node;
    }

    private String words(Variation variation) {
        return variation.traits().stream().map(this::words).collect(Collectors.joining(" · "));
    }

    private String words(MatrixValue trait) {
        return trait.device()
                .map(DeviceProfile::title)
                .orElseGet(() -> context.words().get("trait." + trait.name().toLowerCase(Locale.ROOT)));
    }
}
