package dev.gangway.server.thingsboard;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Reads and writes the JSON of requests and answers, which hold passwords and tokens. Elsewhere Jackson keeps its buffers
 * for the thread's next document, with what the last one said still in them; these are let go.
 */
final class UnpooledJson {
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            .build());

    private UnpooledJson() {}

    /** What a text says; a missing node for an empty one. */
    static JsonNode read(String text) throws JacksonException {
        return MAPPER.readTree(text);
    }

    /** The same as UTF-8, for sending. */
    static byte[] bytes(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible); // a tree can be written
        }
    }

    /** The same as text. */
    static String text(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
