package dev.gangway.server.thingsboard;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * What came back, whatever it is.
 *
 * @param status of HTTP
 * @param contentType lower case, empty where none was sent
 * @param location of a redirection, empty where none was sent
 * @param text the complete body
 * @param retryAfter how long the server wants to be left alone (RFC 9110, section 10.2.3), where it says so
 */
record HttpAnswer(int status, String contentType, String location, String text, Optional<Duration> retryAfter) {
    HttpAnswer(int status, String contentType, String location, String text) {
        this(status, contentType, location, text, Optional.empty());
    }

    /** What {@code Retry-After} says: seconds, or a date; empty for anything else, and for what is over. */
    static Optional<Duration> retryAfter(String header, Instant now) {
        try {
            Duration said = header.matches("[0-9]{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(header))
                    : Duration.between(now, DateTimeFormatter.RFC_1123_DATE_TIME.parse(header, Instant::from));
            return said.isPositive() ? Optional.of(said) : Optional.empty();
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

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
            JsonNode tree = UnpooledJson.read(text);
            return tree == null || tree.isMissingNode() ? Optional.empty() : Optional.of(tree);
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }
}
