package dev.gangway.server.thingsboard;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * What came back, whatever it is.
 *
 * @param status of HTTP
 * @param contentType lower case, empty where none was sent
 * @param charset of the content type; ThingsBoard sends errors in ISO-8859-1
 * @param location of a redirection, empty where none was sent
 * @param body complete
 */
record Answer(int status, String contentType, Charset charset, String location, byte[] body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Answer of(
            int status, Optional<String> contentType, Optional<Charset> charset, String location, byte[] body) {
        return new Answer(
                status,
                contentType.orElse("").toLowerCase(Locale.ROOT),
                charset.orElse(StandardCharsets.UTF_8),
                location,
                body);
    }

    boolean isOk() {
        return status >= 200 && status < 300;
    }

    boolean isRedirect() {
        return status >= 300 && status < 400;
    }

    String text() {
        return new String(body, charset);
    }

    boolean isHtml() {
        return contentType.startsWith("text/html") || text().stripLeading().startsWith("<");
    }

    /** The body as JSON; empty where it is not. */
    Optional<JsonNode> json() {
        try {
            JsonNode tree = JSON.readTree(text());
            return tree == null || tree.isMissingNode() ? Optional.empty() : Optional.of(tree);
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }
}
