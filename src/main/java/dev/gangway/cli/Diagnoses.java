package dev.gangway.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.cli.Terminal.Colour;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import dev.gangway.diagnosis.Remedy;
import dev.gangway.ui.text.Words;
import java.util.List;

/** A diagnosis for people and for programs. */
final class Diagnoses {
    private Diagnoses() {}

    /** Title, meaning, evidence and remedies, as lines. */
    static void print(Terminal terminal, Diagnosis diagnosis) {
        Words words = terminal.words();
        terminal.line(terminal.in(Colour.BAD, "✘ ") + terminal.in(Colour.STRONG, words.title(diagnosis)));
        Wrap.lines(words.text(diagnosis), "  ").forEach(terminal::line);
        terminal.line(terminal.in(Colour.FAINT, "  " + diagnosis.code()));
        if (!diagnosis.evidence().isEmpty()) {
            terminal.line("");
            terminal.say("evidence");
            for (Evidence seen : diagnosis.evidence()) {
                Wrap.item(place(seen) + words.evidence(seen), "  · ").forEach(terminal::line);
            }
        }
        if (!diagnosis.remedies().isEmpty()) {
            terminal.line("");
            terminal.say("remedies");
            List<Remedy> remedies = diagnosis.remedies();
            for (int i = 0; i < remedies.size(); i++) {
                Wrap.item(words.remedy(remedies.get(i)), "  " + (i + 1) + ". ").forEach(terminal::line);
            }
        }
    }

    /** {@code code}, {@code title}, {@code evidence} and {@code remedies}. */
    static ObjectNode json(Words words, Diagnosis diagnosis) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("code", diagnosis.code());
        node.put("title", words.title(diagnosis));
        ArrayNode evidence = node.putArray("evidence");
        diagnosis.evidence().forEach(seen -> evidence.add(words.evidence(seen)));
        ArrayNode remedies = node.putArray("remedies");
        diagnosis.remedies().forEach(remedy -> remedies.add(words.remedy(remedy)));
        return node;
    }

    private static String place(Evidence evidence) {
        return switch (evidence.place()) {
            case Evidence.Place.None none -> "";
            case Evidence.Place.InTimeline at -> "#" + (at.event() + 1) + " ";
            case Evidence.Place.InFile at -> at.line() == 0 ? at.file() + ": " : at.file() + ":" + at.line() + ": ";
            case Evidence.Place.InField at -> "";
        };
    }
}
