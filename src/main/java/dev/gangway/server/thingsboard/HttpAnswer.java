package dev.gangway.server.thingsboard;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/**
 * What came back, whatever it is.
 *
 * @param status of HTTP
 * @param contentType lower case, empty where none was sent
 * @param location of a redirection, empty where none was sent
 * @param text the complete body
 */
record HttpAnswer(int status, String contentType, String location, String text) {
    private static final ObjectMapper JSON = new ObjectMapper();

    boolean isOk() {
        return status >= 200 && status < 300;
    }

    boolean isRedirect() {
        return status >= 300 && status < 400;
    }

    boolean isHtml() {
        return contentType.startsWith("text/html") || text.stripLeading().startsWith("<");
    }

    /** The body as JSON; empty where it is not. */
    Optional<JsonNode> json() {
        try {
            JsonNode tree = JSON.readTree(text);
            return tree == null || tree.isMissingNode() ? Optional.empty() : Optional.of(tree);
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }
}
