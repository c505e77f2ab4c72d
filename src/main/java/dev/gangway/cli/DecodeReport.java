package dev.gangway.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.bench.logs.DeviceLogs;
import dev.gangway.bench.logs.Entry;
import dev.gangway.bench.logs.Finding;
import dev.gangway.bench.logs.NextTest;
import dev.gangway.bench.logs.RankedCause;
import dev.gangway.bench.logs.Reading;
import dev.gangway.cli.Terminal.Colour;
import dev.gangway.diagnosis.Evidence;
import dev.gangway.ui.text.Words;
import java.util.List;

/** What a log means, for people and for programs. */
final class DecodeReport {
    private static final int MOST_UNKNOWN = 5;

    private final Terminal terminal;
    private final Words words;

    DecodeReport(Context context) {
        terminal = context.terminal();
        words = context.words();
    }

    /** Prints the findings, the most telling first, and what is unknown. */
    void print(Reading reading) {
        for (Reading.Note note : reading.notes()) {
            Wrap.item(words.get("log.note." + note.id()), "! ").forEach(terminal::line);
        }
        for (Finding finding : reading.findings()) {
            terminal.line("");
            print(finding);
        }
        if (reading.unknownLines() > 0) {
            terminal.line("");
            terminal.line(terminal.in(Colour.FAINT, words.count("cli.decode.unknown", reading.unknownLines())));
            reading.unknown().stream()
                    .limit(MOST_UNKNOWN)
                    .forEach(line -> terminal.row("  " + line.line() + "  ", 6, line.text()));
        }
    }

    /** {@code findings[]}, {@code unknown[]} and {@code notes[]}; see docs/cli.md. */
    ObjectNode json(Reading reading) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("lines", reading.lines());
        node.put("knownLines", reading.knownLines());
        node.put("unknownLines", reading.unknownLines());
        ArrayNode findings = node.putArray("findings");
        reading.findings().forEach(finding -> findings.add(json(finding)));
        ArrayNode unknown = node.putArray("unknown");
        reading.unknown()
                .forEach(line -> unknown.addObject().put("line", line.line()).put("text", line.text()));
        ArrayNode notes = node.putArray("notes");
        reading.notes()
                .forEach(note -> notes.addObject()
                        .put("code", "log." + note.id())
                        .put("text", words.get("log.note." + note.id())));
        return node;
    }

    private void print(Finding finding) {
        Entry entry = finding.sighting().entry();
        String where = words.get("log.layer." + finding.layer().id()) + " · " + DeviceLogs.title(entry.stack());
        terminal.line(terminal.in(Colour.BAD, "✘ ") + terminal.in(Colour.STRONG, where));
        Wrap.lines(meaning(finding), "  ").forEach(terminal::line);
        terminal.row(
                "  " + finding.sighting().line() + "  ", 6, finding.sighting().text());
        terminal.line(terminal.in(Colour.FAINT, "  " + named(finding) + times(finding)));
        for (RankedCause ranked : finding.causes()) {
            String certainty = words.get("log.certainty." + ranked.certainty().id());
            Wrap.item(
                            words.get("diagnosis." + ranked.cause().id() + ".title") + " ("
                                    + ranked.cause().id() + ")",
                            "  " + certainty + ": ")
                    .forEach(terminal::line);
        }
        for (Evidence seen : finding.evidence()) {
            Wrap.item(place(seen) + words.evidence(seen), "  · ").forEach(terminal::line);
        }
        terminal.say("remedies");
        List<String> remedies = finding.remedies();
        for (int i = 0; i < remedies.size(); i++) {
            Wrap.item(words.get("remedy." + remedies.get(i)), "  " + (i + 1) + ". ")
                    .forEach(terminal::line);
        }
        NextTest next = finding.nextTest();
        Wrap.item(words.get("log.test." + next.code()), words.get("cli.decode.next") + " ")
                .forEach(terminal::line);
        terminal.line("  " + next.command());
    }

    private String meaning(Finding finding) {
        List<Entry> readings = finding.readings().toList();
        String first = words.get("log.meaning." + readings.getFirst().meaning().id());
        if (readings.size() == 1) {
            return first;
        }
        return words.get("cli.decode.several") + " "
                + String.join(
                        "; ",
                        readings.stream()
                                .map(entry -> DeviceLogs.title(entry.stack()) + ", " + entry.name() + ": "
                                        + words.get(
                                                "log.meaning." + entry.meaning().id()))
                                .toList());
    }

    private String named(Finding finding) {
        Entry entry = finding.sighting().entry();
        String code = finding.sighting().code().isEmpty() ? "" : finding.code() + " ";
        return code + entry.name() + " (" + entry.source() + ")";
    }

    private String times(Finding finding) {
        return finding.count() > 1 ? " · " + words.count("cli.decode.times", finding.count()) : "";
    }

    private ObjectNode json(Finding finding) {
        Entry entry = finding.sighting().entry();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("line", finding.sighting().line());
        ArrayNode lines = node.putArray("lines");
        finding.lines().forEach(lines::add);
        node.put("text", finding.sighting().text());
        node.put("stack", entry.stack());
        node.put("layer", finding.layer().id());
        node.put("code", finding.code());
        node.put("name", entry.name());
        node.put("source", entry.source());
        node.put("meaning", meaning(finding));
        node.put("count", finding.count());
        ArrayNode causes = node.putArray("causes");
        finding.causes()
                .forEach(ranked -> causes.addObject()
                        .put("code", ranked.cause().id())
                        .put("title", words.get("diagnosis." + ranked.cause().id() + ".title"))
                        .put("text", words.get("diagnosis." + ranked.cause().id() + ".text"))
                        .put("layer", ranked.cause().layer().id())
                        .put("certainty", ranked.certainty().id()));
        ArrayNode evidence = node.putArray("evidence");
        finding.evidence().forEach(seen -> evidence.add(place(seen) + words.evidence(seen)));
        ArrayNode alternatives = node.putArray("alternatives");
        if (finding.sighting().isAmbiguous()) {
            finding.readings()
                    .forEach(reading -> alternatives
                            .addObject()
                            .put("stack", reading.stack())
                            .put("name", reading.name())
                            .put(
                                    "layer",
                                    reading.meaning()
                                            .causes()
                                            .getFirst()
                                            .cause()
                                            .layer()
                                            .id())
                            .put(
                                    "meaning",
                                    words.get("log.meaning." + reading.meaning().id()))
                            .put("source", reading.source()));
        }
        ArrayNode remedies = node.putArray("remedies");
        finding.remedies().forEach(remedy -> remedies.add(words.get("remedy." + remedy)));
        NextTest next = finding.nextTest();
        ObjectNode test = node.putObject("nextTest");
        test.put("code", next.code());
        test.put("title", words.get("log.test." + next.code()));
        ArrayNode options = test.putArray("options");
        next.options().forEach(options::add);
        test.put("command", next.command());
        return node;
    }

    private String place(Evidence seen) {
        return seen.place() instanceof Evidence.Place.InFile at
                ? words.get("cli.decode.line", "line", at.line()) + " "
                : "";
    }
}
