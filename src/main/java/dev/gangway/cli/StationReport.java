package dev.gangway.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.cli.Terminal.Colour;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.line.station.Shift;
import dev.gangway.line.unit.ProgramRun;
import dev.gangway.line.unit.UnitResult;
import dev.gangway.line.unit.UnitStep;
import dev.gangway.line.unit.UnitVerdict;
import dev.gangway.stored.StoredNames;
import dev.gangway.ui.text.Words;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Verdicts and numbers of a shift, for people and for programs. Safe for use by several threads. */
final class StationReport {
    private final Context context;
    private final boolean json;
    private final Map<String, Diagnosis> causes = new HashMap<>();
    private boolean failed;
    private boolean stationAtFault;

    StationReport(Context context, boolean json) {
        this.context = context;
        this.json = json;
    }

    /** A unit has its verdict. */
    synchronized void verdict(UnitResult result) {
        result.cause().ifPresent(why -> causes.put(why.code(), why));
        failed |= result.verdict() == UnitVerdict.FAIL;
        stationAtFault |= result.verdict() == UnitVerdict.ERROR;
        if (json) {
            context.terminal().json(json(result).toString());
        } else {
            print(result);
        }
    }

    /** One that waited has its verdict now. */
    synchronized void later(UnitResult result) {
        if (!json) {
            context.terminal().say("line.later", "serial", result.order().serial());
        }
        verdict(result);
    }

    synchronized void end(Shift shift, int waiting) {
        if (json) {
            context.terminal().json(json(shift, waiting).toString());
            return;
        }
        Words words = context.words();
        Terminal terminal = context.terminal();
        terminal.line("");
        terminal.line(terminal.in(Colour.STRONG, words.get("cli.line.shift")));
        terminal.say(
                "line.shift.units",
                "units",
                shift.units(),
                "passed",
                shift.passed(),
                "failed",
                shift.failed(),
                "errors",
                shift.errors(),
                "waiting",
                waiting);
        if (shift.doubles() > 0) {
            terminal.say("line.shift.doubles", "count", shift.doubles());
        }
        terminal.say(
                "line.shift.yield",
                "firstPass",
                percent(shift.firstPassYield()),
                "yield",
                percent(shift.yield()),
                "median",
                words.formats().took(shift.median()),
                "p95",
                words.formats().took(shift.p95()),
                "perHour",
                shift.perHour() == 0 ? "–" : String.valueOf(Math.round(shift.perHour())));
        shift.causes()
                .forEach((code, count) -> terminal.say(
                        "line.shift.cause",
                        "count",
                        count,
                        "title",
                        Optional.ofNullable(causes.get(code)).map(words::title).orElse(code)));
    }

    /** 0 where all passed or wait, 1 where one failed, else that of a server or station at fault. */
    synchronized int exitCode() {
        return failed ? ExitCode.FAIL : stationAtFault ? ExitCode.SERVER : ExitCode.PASS;
    }

    private void print(UnitResult result) {
        Terminal terminal = context.terminal();
        Words words = context.words();
        String verdict = words.get("cli.line.verdict." + word(result.verdict()));
        Colour colour = switch (result.verdict()) {
            case PASS -> Colour.GOOD;
            case FAIL -> Colour.BAD;
            case QUEUED, ERROR -> Colour.STRONG;
        };
        String mark = switch (result.verdict()) {
            case PASS -> "✔";
            case FAIL -> "✘";
            case QUEUED -> "…";
            case ERROR -> "!";
        };
        String proof = result.verdict() == UnitVerdict.PASS
                ? "  " + words.get("cli.line.proof." + StoredNames.of(result.proven()))
                : "";
        terminal.line("%s %s  %s  %s%s%s"
                .formatted(
                        terminal.in(colour, mark + " " + verdict),
                        result.order().serial(),
                        result.order().name(),
                        words.formats().took(result.took()),
                        proof,
                        result.cause()
                                .map(why -> "  " + why.code() + "  " + words.title(why))
                                .orElse("")));
    }

    private ObjectNode json(UnitResult result) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("serial", result.order().serial());
        node.put("device", result.order().name());
        node.put("recipe", result.order().recipe().name());
        node.put("version", result.order().recipe().version());
        node.put("verdict", word(result.verdict()));
        node.put("attempt", result.attempt());
        node.put("proof", StoredNames.of(result.proven()));
        node.put("tookMicros", micros(result.took()));
        result.cause()
                .ifPresentOrElse(
                        why -> node.set("diagnosis", Diagnoses.json(context.words(), why)),
                        () -> node.putNull("diagnosis"));
        ArrayNode steps = node.putArray("steps");
        for (UnitStep step : result.steps()) {
            steps.addObject()
                    .put("name", step.name().name().toLowerCase(Locale.ROOT))
                    .put("state", step.state().name().toLowerCase(Locale.ROOT))
                    .put("tookMicros", micros(step.took()))
                    .put("detail", step.detail());
        }
        ArrayNode programs = node.putArray("programs");
        for (ProgramRun run : result.programs()) {
            ObjectNode each = programs.addObject().put("ask", run.ask()).put("said", run.said());
            run.exit().ifPresentOrElse(exit -> each.put("exit", exit), () -> each.putNull("exit"));
            each.put("tookMicros", micros(run.took()));
        }
        ObjectNode measured = node.putObject("measured");
        result.measured().forEach(measured::put);
        result.tls()
                .ifPresentOrElse(
                        tls -> node.putObject("tls")
                                .put("version", tls.version())
                                .put("suite", tls.suite())
                                .put("serverSha256", tls.server()),
                        () -> node.putNull("tls"));
        return node;
    }

    private static ObjectNode json(Shift shift, int waiting) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ObjectNode numbers = node.putObject("shift");
        numbers.put("units", shift.units());
        numbers.put("passed", shift.passed());
        numbers.put("failed", shift.failed());
        numbers.put("errors", shift.errors());
        numbers.put("doubles", shift.doubles());
        numbers.put("waiting", waiting);
        numbers.put("firstPassYield", shift.firstPassYield());
        numbers.put("yield", shift.yield());
        numbers.put("medianMicros", micros(shift.median()));
        numbers.put("p95Micros", micros(shift.p95()));
        numbers.put("perHour", shift.perHour());
        ObjectNode causes = numbers.putObject("causes");
        shift.causes().forEach(causes::put);
        return node;
    }

    private String percent(double part) {
        return String.format(context.words().locale(), "%.1f", 100 * part);
    }

    private static long micros(Duration took) {
        return took.toNanos() / 1_000;
    }

    private static String word(UnitVerdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }
}
