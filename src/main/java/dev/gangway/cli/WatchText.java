package dev.gangway.cli;

import dev.gangway.bench.event.Event;
import dev.gangway.bench.live.LiveState;
import dev.gangway.bench.model.Publication;
import dev.gangway.cli.Terminal.Colour;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Printable;
import java.nio.charset.StandardCharsets;

/** A live session as a person wants to read it: every packet, and below a message what it says. */
final class WatchText extends WatchReport {
    private static final int SHOWN = 400;

    private final Terminal terminal;
    private final RunReport rows;

    WatchText(Terminal terminal) {
        this.terminal = terminal;
        rows = new RunReport(terminal);
    }

    @Override
    public void event(Event event) {
        rows.event(event);
    }

    @Override
    void print(Publication message) {
        String text = new String(message.payload(), StandardCharsets.UTF_8);
        terminal.line(" ".repeat(8) + terminal.in(Colour.STRONG, Printable.line(text, SHOWN)));
    }

    @Override
    public void problem(Diagnosis diagnosis) {
        Diagnoses.print(terminal, diagnosis);
    }

    @Override
    void print(LiveState state) {
        switch (state) {
            case LiveState.Connecting _ -> {
                // the timeline shows it
            }
            case LiveState.Connected _ -> say(Colour.GOOD, "✔ ", "connected");
            case LiveState.Left _ -> say(Colour.FAINT, "■ ", "left");
            case LiveState.Cancelled _ -> say(Colour.WARNING, "■ ", "stopped");
            case LiveState.Lost(Diagnosis why) -> Diagnoses.print(terminal, why);
        }
    }

    private void say(Colour colour, String mark, String key) {
        terminal.line(terminal.in(colour, mark)
                + terminal.in(Colour.STRONG, terminal.words().get("cli.watch." + key)));
    }
}
