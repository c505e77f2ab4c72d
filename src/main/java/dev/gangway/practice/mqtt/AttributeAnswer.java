package dev.gangway.practice.mqtt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.practice.store.AttributeScope;
import dev.gangway.practice.store.Json;
import dev.gangway.practice.store.Telemetry;
import dev.gangway.practice.store.Telemetry.Attribute;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The answer to a device that asks for its attributes. */
final class AttributeAnswer {
    private AttributeAnswer() {}

    static ObjectNode of(JsonNode request, Telemetry telemetry, UUID device) {
        ObjectNode answer = Json.object();
        add(
                answer,
                "client",
                Json.text(request, "clientKeys").orElse(""),
                telemetry.attributes(device, AttributeScope.CLIENT_SCOPE));
        add(
                answer,
                "shared",
                Json.text(request, "sharedKeys").orElse(""),
                telemetry.attributes(device, AttributeScope.SHARED_SCOPE));
        return answer;
    }

    private static void add(ObjectNode answer, String part, String keys, Map<String, Attribute> attributes) {
        ObjectNode found = Json.object();
        for (String key : List.of(keys.split(","))) {
            Attribute attribute = attributes.get(key);
            if (attribute != null) {
                found.set(key, attribute.value());
            }
        }
        if (!found.isEmpty()) {
            answer.set(part, found);
        }
    }
}
