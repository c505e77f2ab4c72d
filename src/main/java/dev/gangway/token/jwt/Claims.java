package dev.gangway.token.jwt;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a token claims, in order. Times are seconds since 1970 (RFC 7519, NumericDate).
 *
 * @param values by name: text, number, boolean, list or map
 */
public record Claims(Map<String, Object> values) {
    public Claims {
        values = new LinkedHashMap<>(values);
    }

    /** No claims yet. */
    public static Claims none() {
        return new Claims(Map.of());
    }

    /** The same and one more, or one changed. */
    public Claims with(String name, Object value) {
        Claims changed = new Claims(values);
        changed.values.put(name, value);
        return changed;
    }

    /** The same, issued now and valid for this long. */
    public Claims valid(Instant from, Duration lifetime) {
        return with("iat", from.getEpochSecond())
                .with("exp", from.plus(lifetime).getEpochSecond());
    }

    /** A claim as text, where it is one. */
    public Optional<String> text(String name) {
        return values.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /**
     * What most brokers look at: subject, client id and user name, valid from now on.
     *
     * @param lifetime usual are an hour to a day; a live connection may be ended when it runs out
     */
    public static Claims forDevice(String clientId, String userName, Instant now, Duration lifetime) {
        return none().with("sub", clientId)
                .with("clientid", clientId)
                .with("username", userName)
                .with("jti", UUID.randomUUID().toString())
                .valid(now, lifetime);
    }

    /** The same with EMQX's access list (EMQX 5.5 and later): what the device may publish and subscribe. */
    public Claims withEmqxAcl(List<String> publish, List<String> subscribe) {
        List<Map<String, Object>> rules = new ArrayList<>();
        publish.forEach(topic -> rules.add(Map.of("permission", "allow", "action", "publish", "topic", topic)));
        subscribe.forEach(topic -> rules.add(Map.of("permission", "allow", "action", "subscribe", "topic", topic)));
        rules.add(Map.of("permission", "deny", "action", "all", "topic", "#"));
        return with("acl", List.copyOf(rules));
    }
}
