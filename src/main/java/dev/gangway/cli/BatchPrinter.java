package dev.gangway.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.line.batch.BatchRun;
import dev.gangway.line.batch.DryRun;
import dev.gangway.line.batch.Field;
import dev.gangway.line.batch.LineReading.BadCell;
import dev.gangway.line.batch.Mapping;
import dev.gangway.line.batch.ResultFile;
import dev.gangway.line.batch.Totals;
import dev.gangway.line.batch.UnitList;
import dev.gangway.line.batch.table.TableFormat;
import dev.gangway.line.unit.UnitVerdict;
import dev.gangway.ui.text.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says what a list is taken for, what is wrong with it, how a batch goes, and what it came to. */
final class BatchPrinter implements BatchRun.Listener {
    private static final Duration BETWEEN = Duration.ofSeconds(2);

    private final Context context;
    private final Words words;
    private final Terminal terminal;
    private final boolean json;
    private long lastTold = System.nanoTime();
    private int mostLanes;

    BatchPrinter(Context context, boolean json) {
        this.context = context;
        this.json = json;
        words = context.words();
        terminal = context.terminal();
    }

    /** How the list is written and what its columns hold. */
    void understood(UnitList list) {
        if (json) {
            return;
        }
        terminal.aside(
                switch (list.format()) {
                    case TableFormat.Csv csv ->
                        words.get(
                                "cli.batch.csv",
                                "file",
                                list.name(),
                                "encoding",
                                csv.charset().displayName(),
                                "separator",
                                csv.separator() == '\t' ? "Tab" : String.valueOf(csv.separator()));
                    case TableFormat.Json plain -> words.get("cli.batch.json", "file", list.name());
                    case TableFormat.Xlsx xlsx ->
                        words.get(
                                "cli.batch.xlsx", "file", list.name(), "sheet", xlsx.sheet(), "others", xlsx.others());
                });
        for (Mapping.Column column : list.mapping().columns()) {
            if (column.field() != Field.RESULT) {
                terminal.aside("  " + (column.heading().isEmpty() ? "–" : column.heading()) + " → " + holds(column));
            }
        }
    }

    private String holds(Mapping.Column column) {
        return words.get(
                "batch.field." + column.field().name().toLowerCase(java.util.Locale.ROOT), "key", column.key());
    }

    /** Each fault: line, column, rule. */
    void faults(UnitList list, BatchWork work) {
        if (json) {
            return;
        }
        for (BadCell bad : work.shown()) {
            terminal.aside(words.get(
                            "cli.batch.fault",
                            "file",
                            list.name(),
                            "line",
                            bad.line(),
                            "column",
                            bad.heading().isEmpty() ? String.valueOf(bad.column() + 1) : bad.heading())
                    + " " + words.title(bad.why()) + ". " + words.text(bad.why()));
        }
        if (work.faults() > work.shown().size()) {
            terminal.aside(words.get(
                    "cli.batch.more", "count", work.faults() - work.shown().size()));
        }
    }

    /** The end of a dry run. */
    void checked(UnitList list, DryRun.Report report, BatchWork work) {
        if (!json) {
            faults(list, work);
            terminal.say("batch.checked", "total", report.lines(), "bad", report.bad());
            return;
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("total", report.lines());
        node.put("bad", report.bad());
        ObjectNode columns = node.putObject("columns");
        list.mapping()
                .columns()
                .forEach(column -> columns.put(
                        column.heading(),
                        column.field() == Field.ATTRIBUTE
                                ? column.key()
                                : column.field().name().toLowerCase(java.util.Locale.ROOT)));
        faults(words, node.putArray("faults"), list.name(), work.shown());
        node.put("faultsNotShown", work.faults() - work.shown().size());
        context.print(node);
    }

    static void faults(Words words, ArrayNode faults, String file, List<BadCell> shown) {
        for (BadCell bad : shown) {
            ObjectNode one = faults.addObject();
            one.put("file", file);
            one.put("line", bad.line());
            one.put("column", bad.column() + 1);
            one.put("heading", bad.heading());
            one.setAll(Diagnoses.json(words, bad.why()));
        }
    }

    void written(Path file, long lines) {
        terminal.aside(words.get("cli.batch.written", "file", file, "count", lines));
    }

    @Override
    public void ended(ResultFile.Row row, Totals totals, int lanes) {
        mostLanes = Math.max(mostLanes, lanes);
        if (json) {
            return;
        }
        if (row.verdict() != UnitVerdict.PASS) {
            terminal.aside(words.get(
                            "cli.batch.unit",
                            "line",
                            row.line(),
                            "serial",
                            row.order().serial()) + " " + row.verdict() + "  " + row.text() + "  " + row.cause());
        }
        long now = System.nanoTime();
        if (now - lastTold > BETWEEN.toNanos()) {
            lastTold = now;
            terminal.aside(words.get(
                    "cli.batch.progress",
                    "done",
                    totals.done(),
                    "total",
                    totals.total(),
                    "rate",
                    rate(totals),
                    "left",
                    totals.left().map(words.formats()::took).orElse("–"),
                    "lanes",
                    lanes));
        }
    }

    /** The numbers of a batch, and its exit code. */
    int end(Totals totals, Path results, long leftOut) {
        boolean stopped = context.tools().cancellation().isCancelled();
        if (json) {
            ObjectNode node = json(totals, results);
            node.put("leftOut", leftOut);
            node.put("cancelled", stopped);
            node.put("mostLanes", mostLanes);
            context.print(node);
        } else {
            text(totals);
            if (leftOut > 0) {
                terminal.say("batch.left-out", "count", leftOut);
            }
            terminal.say("batch.results", "file", results);
            if (stopped) {
                terminal.say("batch.go-on", "file", results);
            }
        }
        return stopped ? ExitCode.CANCELLED : exitCode(totals);
    }

    /** The numbers of results, and their exit code. */
    int report(Totals totals, Path results) {
        if (json) {
            context.print(json(totals, results));
        } else {
            text(totals);
        }
        return exitCode(totals);
    }

    private void text(Totals totals) {
        terminal.say(
                "batch.summary",
                "total",
                totals.total(),
                "passed",
                totals.count(UnitVerdict.PASS),
                "failed",
                totals.count(UnitVerdict.FAIL),
                "queued",
                totals.count(UnitVerdict.QUEUED),
                "errors",
                totals.count(UnitVerdict.ERROR));
        if (totals.perSecond() > 0) {
            terminal.say("batch.rate", "rate", rate(totals));
        }
        totals.causes().forEach((code, count) -> terminal.line("%6d × %s".formatted(count, code)));
    }

    private static ObjectNode json(Totals totals, Path results) {
        return json(totals).put("results", results.toString());
    }

    static ObjectNode json(Totals totals) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("total", totals.total());
        node.put("passed", totals.count(UnitVerdict.PASS));
        node.put("failed", totals.count(UnitVerdict.FAIL));
        node.put("queued", totals.count(UnitVerdict.QUEUED));
        node.put("errors", totals.count(UnitVerdict.ERROR));
        node.put("perSecond", Math.round(totals.perSecond() * 100) / 100.0);
        ObjectNode causes = node.putObject("causes");
        totals.causes().forEach(causes::put);
        return node;
    }

    private String rate(Totals totals) {
        return String.format(words.locale(), "%.1f", totals.perSecond());
    }

    /** 0 where all passed, 1 where a unit failed, 5 where nothing but the server is in the way. */
    static int exitCode(Totals totals) {
        if (totals.count(UnitVerdict.FAIL) > 0) {
            return ExitCode.FAIL;
        }
        if (totals.count(UnitVerdict.PASS) == totals.total()) {
            return ExitCode.PASS;
        }
        Map<Boolean, Long> byServer = totals.causes().entrySet().stream()
                .collect(Collectors.partitioningBy(each -> each.getKey().startsWith("server."), Collectors.counting()));
        return byServer.getOrDefault(false, 0L) == 0 ? ExitCode.SERVER : ExitCode.FAIL;
    }
}
