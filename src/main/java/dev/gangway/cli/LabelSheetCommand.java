package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.line.batch.table.TableCode;
import dev.gangway.line.batch.table.TableFormat;
import dev.gangway.line.batch.table.TableLine;
import dev.gangway.line.batch.table.Tables;
import dev.gangway.line.label.LabelCode;
import dev.gangway.line.label.LabelPdf;
import dev.gangway.line.label.LabelTemplate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Labels of a list, several to a sheet; no vault is needed. */
@Command(
        name = "sheet",
        description = "Draws a label for each line of a list (CSV, XLSX, JSON) into a new PDF, several to a page of A4."
                + " Headings of the list are places of the template.")
final class LabelSheetCommand implements Callable<Integer> {
    private static final int MOST_BESIDE = 50;
    private static final int MOST_LABELS = 20_000;

    private final Context context;

    @Parameters(index = "0", paramLabel = "TEMPLATE", description = "As gangway label reads it.")
    private Path template = Path.of("");

    @Parameters(index = "1", paramLabel = "LIST", description = "A line for each label, with headings.")
    private Path list = Path.of("");

    @Option(
            names = "--columns",
            paramLabel = "N",
            required = true,
            description = "Labels beside each other, 1 to 50; with one row of one, a page of its size for each label.")
    private int columns = 1;

    @Option(names = "--rows", paramLabel = "N", required = true, description = "Labels below each other, 1 to 50.")
    private int rows = 1;

    @Option(
            names = "--skip",
            paramLabel = "N",
            description = "Places of the first sheet that are used already (default: 0).")
    private int skip;

    @Option(
            names = "--field",
            paramLabel = "PLACE=VALUE",
            description = "Fills {PLACE} on every label; the list stands over it. No secrets.")
    private Map<String, String> given = new LinkedHashMap<>();

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "A new file: .pdf.")
    private Path out = Path.of("");

    LabelSheetCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        within("--columns", columns);
        within("--rows", rows);
        if (skip < 0 || skip >= columns * rows) {
            throw ConnectionOptions.badValue("--skip", String.valueOf(skip));
        }
        if (!out.toString().toLowerCase(java.util.Locale.ROOT).endsWith(".pdf")) {
            throw CommandFailed.because(CliCode.BAD_CHOICE, "option", "--out", "value", out, "choices", ".pdf");
        }
        LabelTemplate empty = LabelCommand.template(template);
        List<LabelTemplate> labels = labels(empty);
        LabelCommand.write(
                context,
                out,
                orFail(LabelPdf.pdf(labels, columns, rows, skip)),
                empty.places().stream().anyMatch(place -> place.startsWith(LabelCommand.SECRET)));
        context.terminal().say("label.sheet", "count", labels.size());
        return ExitCode.PASS;
    }

    private static void within(String option, int value) {
        if (value < 1 || value > MOST_BESIDE) {
            throw ConnectionOptions.badValue(option, String.valueOf(value));
        }
    }

    private List<LabelTemplate> labels(LabelTemplate empty) {
        List<String> headings = new ArrayList<>();
        List<LabelTemplate> labels = new ArrayList<>();
        Optional<Diagnosis>[] wrong = wrong();
        TableFormat format = orFail(Tables.recognise(list, Optional.empty()));
        orFail(Tables.read(list, format, line -> {
            if (line.isBlank()) {
                return true;
            }
            if (headings.isEmpty()) {
                line.cells().forEach(cell -> headings.add(cell.strip()));
                return true;
            }
            wrong[0] = add(empty, headings, line, labels);
            return wrong[0].isEmpty();
        }));
        wrong[0].ifPresent(why -> {
            throw new CommandFailed(why);
        });
        if (labels.isEmpty()) {
            throw CommandFailed.because(TableCode.EMPTY, "file", list.getFileName());
        }
        return labels;
    }

    @SuppressWarnings("unchecked") // an array of one, for what is said within a reader
    private static Optional<Diagnosis>[] wrong() {
        return new Optional[] {Optional.empty()};
    }

    private Optional<Diagnosis> add(
            LabelTemplate empty, List<String> headings, TableLine line, List<LabelTemplate> labels) {
        if (labels.size() == MOST_LABELS) {
            return Optional.of(Diagnosis.of(LabelCode.TOO_MANY)
                    .with("file", list.getFileName())
                    .with("limit", MOST_LABELS)
                    .build());
        }
        Map<String, String> values = new HashMap<>(given);
        for (int i = 0; i < headings.size(); i++) {
            values.put(headings.get(i), line.cell(i));
        }
        return switch (empty.filled(values)) {
            case Outcome.Ok<LabelTemplate>(LabelTemplate label) -> {
                labels.add(label);
                yield Optional.empty();
            }
            case Outcome.Failed<LabelTemplate>(Diagnosis why) ->
                Optional.of(Diagnosis.of(LabelCode.LINE_BAD)
                        .with("file", list.getFileName())
                        .with("line", line.number())
                        .with("why", context.words().title(why))
                        .build());
        };
    }
}
