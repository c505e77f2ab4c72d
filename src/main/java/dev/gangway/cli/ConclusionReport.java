package dev.gangway.cli;

import dev.gangway.bench.causes.Certainty;
import dev.gangway.bench.causes.Conclusion;
import dev.gangway.bench.causes.Hypothesis;
import dev.gangway.cli.Terminal.Colour;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.stored.StoredNames;
import dev.gangway.ui.text.Words;
import java.util.List;
import java.util.Locale;

/** Why a test failed, for people: what is proven, the first cause in full, the others in a line each. */
final class ConclusionReport {
    private final Terminal terminal;
    private final Words words;

    ConclusionReport(Terminal terminal) {
        this.terminal = terminal;
        this.words = terminal.words();
    }

    void print(Diagnosis first, Conclusion conclusion) {
        if (conclusion.candidates().isEmpty()) {
            Diagnoses.print(terminal, first);
            return;
        }
        Hypothesis surest = conclusion.candidates().getFirst();
        if (!surest.isProven()) {
            terminal.line(terminal.in(Colour.BAD, "✘ ")
                    + terminal.in(Colour.STRONG, ConclusionJson.sentence(words, conclusion)));
            terminal.line("");
        }
        terminal.line(mark(surest.certainty()));
        Diagnoses.print(terminal, first);
        surest.against()
                .forEach(seen -> Wrap.item(words.get("cli.against", "what", words.evidence(seen)), "  – ")
                        .forEach(terminal::line));
        settledBy(surest);
        List<Hypothesis> others =
                conclusion.candidates().subList(1, conclusion.candidates().size());
        if (!others.isEmpty()) {
            terminal.line("");
            terminal.say("also-fits");
            for (Hypothesis one : others) {
                Wrap.item(mark(one.certainty()) + " " + words.title(one.cause()) + " (" + one.code() + ")", "  · ")
                        .forEach(terminal::line);
                settledBy(one);
            }
        }
        if (!conclusion.excluded().isEmpty()) {
            terminal.line("");
            terminal.say("excluded");
            conclusion
                    .excluded()
                    .forEach(out -> Wrap.item(out.code() + ": " + words.evidence(out.by()), "  · ")
                            .forEach(terminal::line));
        }
    }

    private void settledBy(Hypothesis one) {
        one.settledBy()
                .ifPresent(experiment -> Wrap.item(
                                words.get("cli.settled-by", "experiment", words.get("experiment." + experiment.id())),
                                "    ")
                        .forEach(line -> terminal.line(terminal.in(Colour.FAINT, line))));
    }

    private String mark(Certainty certainty) {
        String word = words.get("certainty." + StoredNames.of(certainty).toLowerCase(Locale.ROOT));
        return switch (certainty) {
            case PROVEN -> terminal.in(Colour.BAD, "● " + word);
            case LIKELY -> terminal.in(Colour.WARNING, "◐ " + word);
            case POSSIBLE -> terminal.in(Colour.FAINT, "○ " + word);
        };
    }
}
