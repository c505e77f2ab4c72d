package dev.gangway.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.bench.Plan;
import dev.gangway.bench.Run;
import dev.gangway.bench.Verdict;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.onboarding.TestChoices;
import dev.gangway.onboarding.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Tests several devices, one after the other because servers block whoever comes too often, and sums it up. */
final class ManyTests {
    private final Context context;
    private final Workspace workspace;
    private final TestChoices choices;
    private final UnaryOperator<Plan> changes;

    private record Result(Device device, Optional<Run> run, Optional<Diagnosis> why) {
        boolean isPass() {
            return why.isEmpty();
        }
    }

    /** Tests as chosen, with these changes to the plan of each device. */
    ManyTests(Context context, Workspace workspace, TestChoices choices, UnaryOperator<Plan> changes) {
        this.context = context;
        this.workspace = workspace;
        this.choices = choices;
        this.changes = changes;
    }

    /** Tests them all; the exit code is that of a pass only if all passed. */
    int run(List<Device> devices, boolean json) {
        List<Result> results = new ArrayList<>();
        for (Device device : devices) {
            if (context.tools().cancellation().isCancelled()) {
                return ExitCode.CANCELLED;
            }
            Result result = test(device);
            results.add(result);
            if (!json) {
                context.terminal().aside((result.isPass() ? "✔ " : "✘ ") + device.name());
            }
        }
        if (json) {
            context.print(json(results));
        } else {
            print(results);
        }
        return results.stream().allMatch(Result::isPass) ? ExitCode.PASS : ExitCode.FAIL;
    }

    private Result test(Device device) {
        return switch (workspace.tests().plan(device, choices).map(changes)) {
            case Outcome.Failed<Plan>(Diagnosis why) -> new Result(device, Optional.empty(), Optional.of(why));
            case Outcome.Ok<Plan>(Plan plan) -> {
                Run run = workspace
                        .tests()
                        .run(device, plan, event -> {}, context.tools().cancellation());
                yield new Result(device, Optional.of(run), cause(run));
            }
        };
    }

    private static Optional<Diagnosis> cause(Run run) {
        return switch (run.verdict()) {
            case Verdict.Passed passed -> Optional.empty();
            case Verdict.Failed(Diagnosis why) -> Optional.of(why);
            case Verdict.Cancelled cancelled ->
                Optional.of(Diagnosis.of(CliCode.CANCELLED).build());
        };
    }

    private void print(List<Result> results) {
        Terminal terminal = context.terminal();
        terminal.line("");
        Table table = new Table(heads("device", "server", "verdict", "took", "cause"));
        for (Result result : results) {
            table.row(
                    result.device().name(),
                    new Lookup(workspace).serverOf(result.device()),
                    result.isPass() ? "pass" : "fail",
                    result.run()
                            .map(run -> context.words().formats().took(run.took()))
                            .orElse(""),
                    result.why()
                            .map(why -> why.code() + "  " + context.words().title(why))
                            .orElse(""));
        }
        table.print(terminal);
        terminal.line("");
        long passed = results.stream().filter(Result::isPass).count();
        terminal.say("many.summary", "passed", passed, "failed", results.size() - passed);
    }

    private String[] heads(String... keys) {
        String[] heads = new String[keys.length];
        for (int i = 0; i < keys.length; i++) {
            heads[i] = context.words().get("cli.head." + keys[i]);
        }
        return heads;
    }

    private ObjectNode json(List<Result> results) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("verdict", results.stream().allMatch(Result::isPass) ? "pass" : "fail");
        ArrayNode devices = node.putArray("devices");
        for (Result result : results) {
            ObjectNode one = devices.addObject();
            one.put("name", result.device().name());
            one.put("server", new Lookup(workspace).serverOf(result.device()));
            one.put("verdict", result.isPass() ? "pass" : "fail");
            one.put(
                    "tookMicros",
                    result.run().map(run -> run.took().toNanos() / 1000).orElse(0L));
            result.why()
                    .ifPresentOrElse(
                            why -> one.set("diagnosis", Diagnoses.json(context.words(), why)),
                            () -> one.putNull("diagnosis"));
        }
        return node;
    }
}
