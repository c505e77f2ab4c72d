package dev.gangway.cli;

import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.Event;
import dev.gangway.bench.event.Layer;
import dev.gangway.bench.model.Check;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Run;
import dev.gangway.bench.model.Verdict;
import dev.gangway.bench.paho.StockJavaResult;
import dev.gangway.cli.Terminal.Colour;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.ui.text.Words;
import java.util.List;

/** A test as a person wants to read it in a terminal: the timeline while it grows, then verdict and remedy. */
final class RunReport {
    /** Where the name of a row begins, and its second line. */
    private static final int INDENT = 29;

    private final Terminal terminal;

    RunReport(Terminal terminal) {
        this.terminal = terminal;
    }

    /** What is about to be tested. */
    void begin(Plan plan) {
        terminal.line(terminal.in(
                Colour.STRONG,
                terminal.words().get("cli.testing", "endpoint", plan.endpoint().uri())));
        terminal.line("");
    }

    /** One row of the timeline. */
    void event(Event event) {
        String arrow = switch (event.direction()) {
            case OUT -> "→";
            case IN -> "←";
            case NONE -> "·";
        };
        String beginning = String.format(
                "%3d %9s ms %-9s %s %s  ",
                event.index() + 1,
                terminal.words().formats().millis(event.atMicros()),
                event.layer() == Layer.WEBSOCKET ? "WebSocket" : event.layer().name(),
                arrow,
                event.name());
        String size = event.direction() == Direction.NONE || event.bytes() == 0
                ? ""
                : " (" + terminal.words().formats().bytes(event.bytes()) + ")";
        terminal.row(beginning, INDENT, event.summary() + size);
    }

    /** Verdict, cause and remedies. */
    void verdict(Run run) {
        Words words = terminal.words();
        terminal.line("");
        switch (run.verdict()) {
            case Verdict.Passed passed ->
                terminal.line(terminal.in(Colour.GOOD, "✔ ")
                        + terminal.in(
                                Colour.STRONG,
                                words.get(
                                        isUnverified(run) ? "cli.passed-unverified" : "cli.passed",
                                        "took",
                                        words.formats().took(run.took()))));
            case Verdict.Failed(Diagnosis diagnosis) ->
                new ConclusionReport(terminal).print(diagnosis, run.conclusion());
            case Verdict.Cancelled cancelled ->
                terminal.line(terminal.in(Colour.WARNING, "■ ") + words.get("cli.cancelled"));
        }
        run.checks().stream()
                .filter(check -> check.key().startsWith(StockJavaResult.PREFIX) && check.state() != Check.State.WARNING)
                .forEach(check -> {
                    String mark = check.state() == Check.State.OK ? "  ✔ " : "  ";
                    terminal.line("");
                    Wrap.item(words.check(check.key(), check.args()), mark).forEach(terminal::line);
                });
        List<Check> doubtful = run.checks().stream()
                .filter(check -> check.state() == Check.State.WARNING || check.state() == Check.State.BAD)
                .toList();
        if (!doubtful.isEmpty()) {
            terminal.line("");
            terminal.say("checks");
            doubtful.forEach(check -> Wrap.item(words.check(check.key(), check.args()), "  ! ")
                    .forEach(line -> terminal.line(terminal.in(Colour.WARNING, line))));
        }
    }

    /** Whether TLS was spoken with a server whose certificate nobody checked. */
    private static boolean isUnverified(Run run) {
        return run.plan().endpoint().transport().isSecure()
                && !run.plan().tls().trust().enforced();
    }
}
