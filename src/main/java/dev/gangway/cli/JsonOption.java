package dev.gangway.cli;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Option;

/** Whether a command prints JSON instead of text. */
final class JsonOption {
    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean json;

    void print(Context context, JsonNode node, Runnable text) {
        if (json) {
            context.print(node);
        } else {
            text.run();
        }
    }
}
