package dev.gangway.token.jwt;

import com.nimbusds.jose.util.JSONObjectUtils;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.token.TokenCode;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Claims as people write them: a JSON object in whose texts {@code {name}} stands for the device's name. */
public final class ClaimsTemplate {
    private static final String NAME = "{name}";

    private ClaimsTemplate() {}

    /**
     * The claims for one device, from now on.
     *
     * @param lifetime until {@code exp}; zero adds none. Times that the template names are kept
     * @return fails where the text is no JSON object
     */
    public static Outcome<Claims> fill(String json, String deviceName, Instant now, Duration lifetime) {
        return parse(json).map(read -> {
            Map<String, Object> filled = filled(read.values(), deviceName);
            filled.putIfAbsent("iat", now.getEpochSecond());
            if (!lifetime.isZero()) {
                filled.putIfAbsent("exp", now.plus(lifetime).getEpochSecond());
            }
            return new Claims(filled);
        });
    }

    /** The claims as they are written; fails where the text is no JSON object. */
    public static Outcome<Claims> parse(String json) {
        // The parser takes an empty list and null for objects.
        if (!json.strip().startsWith("{")) {
            return notAnObject();
        }
        try {
            return Outcome.ok(new Claims(JSONObjectUtils.parse(json)));
        } catch (ParseException malformed) {
            return notAnObject();
        }
    }

    private static Outcome<Claims> notAnObject() {
        return Diagnosis.of(TokenCode.BAD_CLAIMS)
                .remedy("token.write-json-object")
                .failed();
    }

    /** Claims as people read and change them: a JSON object, a line for each. */
    public static String text(Claims claims) {
        StringBuilder text = new StringBuilder("{");
        String separator = "\n  ";
        for (Map.Entry<String, Object> claim : claims.values().entrySet()) {
            // an object of one claim, without its braces
            String one = JSONObjectUtils.toJSONString(Map.of(claim.getKey(), claim.getValue()));
            text.append(separator).append(one, 1, one.length() - 1);
            separator = ",\n  ";
        }
        return text.append("\n}").toString();
    }

    private static Map<String, Object> filled(Map<?, ?> values, String deviceName) {
        Map<String, Object> filled = new LinkedHashMap<>();
        values.forEach((name, value) -> filled.put(String.valueOf(name), filled(value, deviceName)));
        return filled;
    }

    private static Object filled(Object value, String deviceName) {
        return switch (value) {
            case String text -> text.replace(NAME, deviceName);
            case Map<?, ?> object -> filled(object, deviceName);
            case List<?> list ->
                list.stream().map(each -> filled(each, deviceName)).toList();
            default -> value;
        };
    }
}
