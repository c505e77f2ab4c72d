package dev.gangway.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.gangway.ui.text.Words;

/** What every command gets: what it works with, and where it speaks to. */
record Context(Tools tools, Terminal terminal) {
    /** Made with the first document: most commands print none. */
    private static final class Json {
        static final ObjectMapper INDENTED = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    }

    Words words() {
        return terminal.words();
    }

    Secrets secrets() {
        return new Secrets(tools.environment(), terminal);
    }

    /** Prints one JSON document. */
    void print(JsonNode node) {
        try {
            terminal.json(Json.INDENTED.writeValueAsString(node));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }
}
