package dev.gangway.practice.store;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.UUID;

/** Reading and building JSON the way the two parsers of the real server do. */
public final class Json {
    /** For the REST interface. */
    public static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** For what devices send: names without quotes, single quotes and NaN pass. */
    public static final JsonMapper LENIENT = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** A new object. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** A new array. */
    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** An id with the type of what it is the id of. */
    public static ObjectNode id(String entityType, UUID id) {
        return object().put("entityType", entityType).put("id", id.toString());
    }

    /** The member as text, where it is there and not null. */
    public static Optional<String> text(JsonNode json, String name) {
        JsonNode member = json.path(name);
        return member.isMissingNode() || member.isNull() ? Optional.empty() : Optional.of(member.asText());
    }

    /** The member as text, where it is there and not empty. */
    public static Optional<String> filled(JsonNode json, String name) {
        return text(json, name).filter(value -> !value.isEmpty());
    }

    /** The member as it is, or null as JSON has it. */
    public static JsonNode orNull(JsonNode json, String name) {
        JsonNode member = json.path(name);
        return member.isMissingNode() ? JsonNodeFactory.instance.nullNode() : member;
    }
}
