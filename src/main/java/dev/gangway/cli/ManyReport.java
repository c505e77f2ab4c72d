package dev.gangway.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.cli.ManyTests.Result;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Printable;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** What several tests came to: a row each, the causes with how often each was one, and the slowest. */
final class ManyReport {
    private final Context context;
    private final UseCases workspace;
    private final List<Result> results;
    private final int untested;
    private final Causes causes;

    /** Of these results; {@code untested} others were not come to. */
    ManyReport(Context context, UseCases workspace, List<Result> results, int untested) {
        this.context = context;
        this.workspace = workspace;
        this.results = results;
        this.untested = untested;
        causes =
                new Causes(results.stream().flatMap(each -> each.why().stream()).toList());
    }

    void print(boolean json) {
        if (json) {
            context.print(json());
            return;
        }
        Terminal terminal = context.terminal();
        terminal.line("");
        TextTable table = TextTable.of(context.words(), "device", "server", "verdict", "took", "cause");
        for (Result result : results) {
            table.row(
                    result.name(),
                    server(result),
                    result.isPass() ? "pass" : "fail",
                    result.run()
                            .map(run -> context.words().formats().took(run.took()))
                            .orElse(""),
                    result.why().map(Diagnosis::code).orElse(""));
        }
        table.print(terminal);
        causes.print(terminal);
        terminal.line("");
        long passed = passed();
        terminal.say("many.summary", "passed", passed, "failed", results.size() - passed);
        results.stream()
                .filter(each -> each.run().isPresent())
                .max(Comparator.comparing(ManyReport::took))
                .filter(_ -> results.size() > 1)
                .ifPresent(slowest -> terminal.say(
                        "many.slowest",
                        "name",
                        Printable.of(slowest.name()),
                        "took",
                        context.words().formats().took(took(slowest))));
        if (untested > 0) {
            terminal.say("many.stopped", "count", untested);
        }
    }

    private ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("verdict", untested > 0 ? "cancelled" : passed() == results.size() ? "pass" : "fail");
        node.put("passed", passed());
        node.put("failed", results.size() - passed());
        node.put("untested", untested);
        causes.addTo(node);
        ArrayNode devices = node.putArray("devices");
        for (Result result : results) {
            ObjectNode one = devices.addObject();
            one.put("name", result.name());
            one.put("server", server(result));
            one.put("verdict", result.isPass() ? "pass" : "fail");
            one.put("tookMicros", took(result).toNanos() / 1_000);
            result.why()
                    .ifPresentOrElse(
                            why -> one.set("diagnosis", Diagnoses.json(context.words(), why)),
                            () -> one.putNull("diagnosis"));
        }
        return node;
    }

    private long passed() {
        return results.stream().filter(Result::isPass).count();
    }

    private String server(Result result) {
        return result.device().map(new Lookup(workspace)::serverOf).orElse("");
    }

    private static Duration took(Result result) {
        return result.run().map(run -> run.took()).orElse(Duration.ZERO);
    }
}
