package dev.gangway.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.cli.Terminal.Colour;
import dev.gangway.diagnosis.Printable;
import dev.gangway.onboarding.Onboarding;
import dev.gangway.onboarding.Step;
import dev.gangway.server.ServerEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** An onboarding for people and for programs. */
final class OnboardReport {
    private final Context context;
    private final Terminal terminal;

    OnboardReport(Context context) {
        this.context = context;
        terminal = context.terminal();
    }

    void begin(String name, ServerEntry server) {
        terminal.line(terminal.in(
                Colour.STRONG,
                context.words().get("cli.onboarding", "name", name, "server", server.name(), "url", server.url())));
        terminal.line("");
    }

    /** A step that ended. */
    void step(Step step) {
        String mark = switch (step.state()) {
            case WAITING, RUNNING -> "";
            case DONE -> terminal.in(Colour.GOOD, "✔");
            case FAILED -> terminal.in(Colour.BAD, "✘");
            case SKIPPED -> terminal.in(Colour.FAINT, "–");
        };
        if (!mark.isEmpty()) {
            String what = context.words().get("cli.step." + step.name().name().toLowerCase(Locale.ROOT));
            String took = step.state() == Step.State.SKIPPED
                    ? ""
                    : context.words().formats().took(step.took());
            terminal.line(String.format("  %s %-38s %10s  ", mark, what, took)
                    + terminal.in(Colour.FAINT, Printable.of(step.detail())));
        }
    }

    /** The live test with its timeline, and why it failed where it did. */
    void end(Onboarding.Result result, List<Path> written) {
        terminal.line("");
        result.run().ifPresent(run -> {
            RunReport report = new RunReport(terminal);
            report.begin(run.plan());
            run.events().forEach(report::event);
            report.verdict(run);
        });
        if (result.run().isEmpty()) {
            result.failure().ifPresent(why -> Diagnoses.print(terminal, why));
        }
        written.forEach(file -> terminal.say("written", "file", file));
    }

    ObjectNode json(String name, Onboarding.Result result, List<Path> written) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("verdict", result.isOk() ? "pass" : "fail");
        node.put("device", name);
        node.put(
                "remoteId",
                result.device().flatMap(device -> device.server().remoteId()).orElse(null));
        result.failure()
                .ifPresentOrElse(
                        why -> node.set("diagnosis", Diagnoses.json(context.words(), why)),
                        () -> node.putNull("diagnosis"));
        ArrayNode steps = node.putArray("steps");
        for (Step step : result.steps()) {
            ObjectNode one = steps.addObject();
            one.put("name", step.name().name().toLowerCase(Locale.ROOT));
            one.put("state", step.state().name().toLowerCase(Locale.ROOT));
            one.put("tookMicros", step.took().toNanos() / 1000);
            one.put("detail", step.detail());
        }
        ArrayNode files = node.putArray("files");
        written.forEach(file -> files.add(file.toString()));
        result.run()
                .ifPresentOrElse(
                        run -> node.set("test", new RunJson(context.words()).of(run)), () -> node.putNull("test"));
        return node;
    }
}
