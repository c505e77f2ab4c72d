package dev.gangway.enrolment.http;

import java.time.Duration;
import java.util.Optional;

/**
 * What came back.
 *
 * @param type media type without its parameters, in lower case; empty where none was named
 * @param retryAfter how long to wait before asking again, where the server said so in seconds
 * @param serverSaid the beginning of a text, for people; empty where it is no text
 */
public record Reply(int status, String type, Optional<Duration> retryAfter, byte[] body, String serverSaid) {}
