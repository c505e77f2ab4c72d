package dev.gangway.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.cli.Terminal.Colour;
import dev.gangway.diagnosis.Printable;
import java.util.ArrayList;
import java.util.List;

/** A test beside an earlier one that was kept as JSON: what is different. Times and sizes always are, so do not count. */
final class RunComparison {
    private static final List<String> FIELDS = List.of(
            "/verdict",
            "/diagnosis/code",
            "/connack/code",
            "/connack/reason",
            "/tls/version",
            "/tls/cipher",
            "/tls/serverChain",
            "/tls/clientCertificate/requested",
            "/tls/clientCertificate/sent",
            "/tls/clientCertificate/acceptedIssuers");

    private final EarlierRun before;
    private final EarlierRun now;

    /** Line of an edit script over the events. */
    private record Line(char mark, String text) {}

    RunComparison(EarlierRun before, EarlierRun now) {
        this.before = before;
        this.now = now;
    }

    /** Prints the differences: the result field by field, then the timelines side by side. */
    void print(Terminal terminal) {
        terminal.line("");
        terminal.say(isSame() ? "compare.same" : "compare.different");
        for (String field : FIELDS) {
            if (differs(field)) {
                terminal.line("  " + field.substring(1).replace('/', '.'));
                terminal.line(terminal.in(Colour.BAD, "  - " + text(before.at(field))));
                terminal.line(terminal.in(Colour.GOOD, "  + " + text(now.at(field))));
            }
        }
        if (!isSame()) {
            terminal.line("");
            for (Line line : lines()) {
                String shown = "  " + line.mark() + " " + Printable.of(line.text());
                terminal.line(
                        switch (line.mark()) {
                            case '-' -> terminal.in(Colour.BAD, shown);
                            case '+' -> terminal.in(Colour.GOOD, shown);
                            default -> shown;
                        });
            }
        }
    }

    /** Adds {@code comparison} to the JSON of the later test. */
    void addTo(ObjectNode node) {
        ObjectNode comparison = node.putObject("comparison");
        comparison.put("same", isSame());
        ArrayNode fields = comparison.putArray("fields");
        for (String field : FIELDS) {
            if (differs(field)) {
                ObjectNode one = fields.addObject();
                one.put("field", field.substring(1).replace('/', '.'));
                one.set("before", before.at(field));
                one.set("now", now.at(field));
            }
        }
        ArrayNode events = comparison.putArray("events");
        lines().stream()
                .filter(line -> line.mark() != ' ')
                .forEach(line -> events.addObject()
                        .put("change", line.mark() == '-' ? "removed" : "added")
                        .put("event", line.text()));
    }

    boolean isSame() {
        return FIELDS.stream().noneMatch(this::differs) && before.events().equals(now.events());
    }

    /** What one of the two does not say at all is not compared: an exported test has fewer fields. */
    private boolean differs(String field) {
        return before.knows(field) && now.knows(field) && !before.at(field).equals(now.at(field));
    }

    /** The shortest way from one timeline to the other, by their longest common subsequence. */
    private List<Line> lines() {
        List<String> old = before.events();
        List<String> fresh = now.events();
        int[][] common = new int[old.size() + 1][fresh.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = fresh.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(fresh.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<Line> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < fresh.size()) {
            if (i < old.size() && j < fresh.size() && old.get(i).equals(fresh.get(j))) {
                lines.add(new Line(' ', old.get(i)));
                i++;
                j++;
            } else if (j == fresh.size() || i < old.size() && common[i + 1][j] >= common[i][j + 1]) {
                lines.add(new Line('-', old.get(i++)));
            } else {
                lines.add(new Line('+', fresh.get(j++)));
            }
        }
        return lines;
    }

    private static String text(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? "–" : node.isTextual() ? node.asText() : node.toString();
    }
}
