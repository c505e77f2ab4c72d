package dev.gangway.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.cli.Terminal.Colour;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A test beside an earlier one that was kept as JSON: what is different. Times and sizes always are, so do not count. */
final class RunComparison {
    private static final long LARGEST = 64L << 20;
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

    private final JsonNode before;
    private final JsonNode now;

    /** Line of an edit script over the events. */
    private record Line(char mark, String text) {}

    RunComparison(JsonNode before, JsonNode now) {
        this.before = before;
        this.now = now;
    }

    /** An earlier test, as {@code --json} printed it. */
    static JsonNode read(Path file) {
        try {
            if (Files.size(file) <= LARGEST) {
                JsonNode node = new ObjectMapper().readTree(file.toFile());
                if (node.path("verdict").isTextual() && node.path("events").isArray()) {
                    return node;
                }
            }
        } catch (IOException e) {
            // said below: whatever is wrong with it, it is no test
        }
        throw CommandFailed.because(CliCode.NOT_A_RUN, "file", file);
    }

    /** Prints the differences: the result field by field, then the timelines side by side. */
    void print(Terminal terminal) {
        terminal.line("");
        terminal.say(isSame() ? "compare.same" : "compare.different");
        for (String field : FIELDS) {
            if (!before.at(field).equals(now.at(field))) {
                terminal.line("  " + field.substring(1).replace('/', '.'));
                terminal.line(terminal.in(Colour.BAD, "  - " + text(before.at(field))));
                terminal.line(terminal.in(Colour.GOOD, "  + " + text(now.at(field))));
            }
        }
        if (!isSame()) {
            terminal.line("");
            for (Line line : lines()) {
                String shown = "  " + line.mark() + " " + Terminal.printable(line.text());
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
            if (!before.at(field).equals(now.at(field))) {
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

    private boolean isSame() {
        return FIELDS.stream().allMatch(field -> before.at(field).equals(now.at(field)))
                && events(before).equals(events(now));
    }

    /** The shortest way from one timeline to the other, by their longest common subsequence. */
    private List<Line> lines() {
        List<String> old = events(before);
        List<String> fresh = events(now);
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

    private static List<String> events(JsonNode run) {
        List<String> events = new ArrayList<>();
        run.path("events")
                .forEach(event -> events.add(event.path("layer").asText() + " "
                        + event.path("direction").asText() + " "
                        + event.path("name").asText() + "  "
                        + event.path("detail").asText()));
        return events;
    }

    private static String text(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? "–" : node.isTextual() ? node.asText() : node.toString();
    }
}
