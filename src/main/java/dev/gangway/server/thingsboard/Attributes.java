package dev.gangway.server.thingsboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gangway.background.Cancellation;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.server.AttributeScope;
import dev.gangway.server.ServerCode;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Attributes of devices, put on the server and read back. */
final class Attributes {
    private static final int LONGEST_KEY = 255;

    /** Whole numbers that a double holds exactly, so that no reader of the JSON changes them. */
    private static final Pattern WHOLE = Pattern.compile("0|-?[1-9]\\d{0,14}");

    private static final Pattern FRACTION = Pattern.compile("-?(0|[1-9]\\d{0,8})\\.\\d{0,5}[1-9]");

    private final Rest rest;

    Attributes(Rest rest) {
        this.rest = rest;
    }

    Outcome<Outcome.Done> set(
            String deviceId, AttributeScope scope, Map<String, String> values, Cancellation cancellation) {
        if (values.isEmpty()) {
            return Outcome.done();
        }
        Optional<String> bad =
                values.keySet().stream().filter(key -> !isKey(key)).sorted().findFirst();
        if (bad.isPresent()) {
            return Diagnosis.of(ServerCode.ATTRIBUTE_KEY_INVALID)
                    .with("key", bad.get())
                    .with("longest", LONGEST_KEY)
                    .remedy("choose-other-key")
                    .failed();
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        new TreeMap<>(values).forEach((key, text) -> json.set(key, value(text)));
        return rest.act(Call.post(path(deviceId, "/attributes/" + name(scope)), json), cancellation)
                .then(done -> read(deviceId, scope, values.keySet(), cancellation))
                .then(stored -> compared(values, stored));
    }

    /** What the server has of these keys; one that it has not is absent. */
    Outcome<Map<String, String>> read(
            String deviceId, AttributeScope scope, Collection<String> keys, Cancellation cancellation) {
        Call call =
                Call.get(path(deviceId, "/values/attributes/" + name(scope))).with("keys", String.join(",", keys));
        return rest.read(
                call,
                json -> {
                    Map<String, String> found = new TreeMap<>();
                    for (JsonNode row : json) {
                        JsonNode value = Rest.need(row, "value");
                        found.put(Rest.text(row, "key"), value.isValueNode() ? value.asText() : value.toString());
                    }
                    return found;
                },
                cancellation);
    }

    private Outcome<Outcome.Done> compared(Map<String, String> sent, Map<String, String> stored) {
        Optional<String> differs = new TreeMap<>(sent)
                .entrySet().stream()
                        .filter(wanted -> !value(wanted.getValue()).asText().equals(stored.get(wanted.getKey())))
                        .map(Map.Entry::getKey)
                        .findFirst();
        return differs.isEmpty()
                ? Outcome.done()
                : Diagnosis.of(ServerCode.ATTRIBUTE_NOT_STORED)
                        .with("host", rest.host())
                        .with("key", differs.get())
                        .remedy("ask-administrator")
                        .failed();
    }

    /** Keys are listed with commas between them when they are read. */
    private static boolean isKey(String key) {
        return !key.isBlank()
                && key.length() <= LONGEST_KEY
                && !key.contains(",")
                && key.codePoints().noneMatch(Character::isISOControl);
    }

    /** As ThingsBoard's own import of devices does, but a text that a number would change stays a text. */
    static JsonNode value(String text) {
        if (text.equals("true") || text.equals("false")) {
            return BooleanNode.valueOf(text.equals("true"));
        }
        if (WHOLE.matcher(text).matches()) {
            return LongNode.valueOf(Long.parseLong(text));
        }
        return FRACTION.matcher(text).matches() ? DoubleNode.valueOf(Double.parseDouble(text)) : TextNode.valueOf(text);
    }

    private static String name(AttributeScope scope) {
        return switch (scope) {
            case SERVER -> "SERVER_SCOPE";
            case SHARED -> "SHARED_SCOPE";
        };
    }

    private static String path(String deviceId, String rest) {
        return "/api/plugins/telemetry/DEVICE/" + deviceId + rest;
    }
}
