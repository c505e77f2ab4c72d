package dev.gangway.bench.model;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What MQTT 5 lets a message say beside its payload (section 3.3.2.3); left out with older versions.
 *
 * @param expiry after which the server drops it where nobody has got it, in whole seconds
 * @param contentType for example {@code application/json}
 * @param responseTopic where an answer is expected
 * @param correlation repeated in the answer
 * @param user pairs in order
 */
public record MessageProperties(
        Optional<Duration> expiry,
        Optional<String> contentType,
        Optional<String> responseTopic,
        Optional<String> correlation,
        List<Map.Entry<String, String>> user) {
    /** Nothing said. */
    public static final MessageProperties NONE =
            new MessageProperties(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    public MessageProperties {
        user = List.copyOf(user);
    }
}
