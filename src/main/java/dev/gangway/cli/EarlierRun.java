package dev.gangway.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gangway.device.Device;
import dev.gangway.testing.RunSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A test to compare with, whether {@code --json} printed it, it was exported as JSON, or the vault has kept it. */
final class EarlierRun {
    private static final long LARGEST = 64L << 20;

    private final JsonNode json;

    private EarlierRun(JsonNode json) {
        this.json = json;
    }

    /** One that is at hand, as {@code --json} prints it. */
    static EarlierRun of(JsonNode json) {
        return new EarlierRun(json);
    }

    /** One that is in a file. */
    static EarlierRun read(Path file) {
        try {
            if (Files.size(file) <= LARGEST) {
                JsonNode node = new ObjectMapper().readTree(file.toFile());
                if (node.path("verdict").isTextual() && node.path("events").isArray()) {
                    return new EarlierRun(node);
                }
            }
        } catch (IOException e) {
            // said below: whatever is wrong with it, it is no test
        }
        throw CommandFailed.because(CliCode.NOT_A_RUN, "file", file);
    }

    /** A device's last pass, from the vault. */
    static EarlierRun lastPass(UseCases workspace, Device device) {
        return workspace
                .tests()
                .lastPass(device.id())
                .map(RunSummary::id)
                .flatMap(workspace.tests()::recording)
                .map(RunJson::ofRecording)
                .map(EarlierRun::new)
                .orElseThrow(() -> CommandFailed.because(CliCode.NO_LAST_PASS, "name", device.name()));
    }

    /** A field, by its JSON Pointer (RFC 6901). */
    JsonNode at(String field) {
        return json.at(field);
    }

    /**
     * Whether it says anything of this field, be it that there is nothing: an export has no {@code tls} at all. No
     * diagnosis always means that there was no failure.
     */
    boolean knows(String field) {
        int end = field.indexOf('/', 1);
        return field.startsWith("/diagnosis")
                || !json.at(end < 0 ? field : field.substring(0, end)).isMissingNode();
    }

    /** Its timeline, a line an event, without times and sizes. */
    List<String> events() {
        List<String> events = new ArrayList<>();
        json.path("events")
                .forEach(event -> events.add(event.path("layer").asText() + " "
                        + event.path("direction").asText() + " "
                        + event.path("name").asText() + "  "
                        + event.path(event.has("detail") ? "detail" : "summary").asText()));
        return events;
    }
}
