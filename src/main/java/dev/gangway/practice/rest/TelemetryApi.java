package dev.gangway.practice.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gangway.practice.rest.Routes.Access;
import dev.gangway.practice.rest.Routes.RestEndpoint;
import dev.gangway.practice.store.AttributeScope;
import dev.gangway.practice.store.Json;
import dev.gangway.practice.store.RestRefusal;
import dev.gangway.practice.store.Store;
import dev.gangway.practice.store.Telemetry.DataPoint;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What devices sent, read back; and attributes. */
final class TelemetryApi {
    private static final String DEVICE = "/api/plugins/telemetry/DEVICE/{id}";

    private final Store store;
    private final InstantSource clock;

    TelemetryApi(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    void addTo(Routes routes) {
        routes.add("GET", DEVICE + "/values/timeseries", Access.TENANT, onDevice(this::timeseries))
                .add(
                        "GET",
                        DEVICE + "/keys/timeseries",
                        Access.TENANT,
                        onDevice((request, id) -> strings(store.telemetry().keys(id))))
                .add(
                        "GET",
                        DEVICE + "/values/attributes",
                        Access.TENANT,
                        onDevice((request, id) -> attributes(request, id, List.of(AttributeScope.values()))))
                .add(
                        "GET",
                        DEVICE + "/values/attributes/{scope}",
                        Access.TENANT,
                        onDevice((request, id) -> attributes(request, id, List.of(scope(request)))))
                .add("POST", DEVICE + "/attributes/{scope}", Access.TENANT, onDevice(this::setAttributes))
                .add("POST", DEVICE + "/{scope}", Access.TENANT, onDevice(this::setAttributes));
    }

    private interface OnDevice {
        RestResponse answer(Request request, UUID device);
    }

    /** An unknown device is answered in plain text here, other than everywhere else. */
    private RestEndpoint onDevice(OnDevice endpoint) {
        return request -> {
            UUID id = request.id("id");
            return store.devices().find(id).isPresent()
                    ? endpoint.answer(request, id)
                    : RestResponse.textAsJson(404, "Device with requested id wasn't found!");
        };
    }

    private RestResponse timeseries(Request request, UUID device) {
        boolean strict = request.parameter("useStrictDataTypes").equals(Optional.of("true"));
        Optional<Long> start = number(request, "startTs");
        Optional<Long> end = number(request, "endTs");
        int limit = number(request, "limit").map(Math::toIntExact).orElse(100);
        ObjectNode answer = Json.object();
        for (String key : keys(request).orElseGet(() -> store.telemetry().keys(device))) {
            // Without both ends of a range the newest value is meant.
            List<DataPoint> points = start.isPresent() && end.isPresent()
                    ? store.telemetry().range(device, key, start.get(), end.get(), limit)
                    : List.of(store.telemetry().latest(device, key).orElseGet(this::nothing));
            if (!points.isEmpty()) {
                answer.set(key, points(points, strict));
            }
        }
        return RestResponse.json(answer);
    }

    private DataPoint nothing() {
        return new DataPoint(clock.millis(), Json.orNull(Json.object(), "value"));
    }

    private static ArrayNode points(List<DataPoint> points, boolean strict) {
        ArrayNode array = Json.array();
        for (DataPoint point : points) {
            ObjectNode json = Json.object().put("ts", point.ts());
            json.set("value", strict || point.value().isNull() ? point.value() : text(point.value()));
            array.add(json);
        }
        return array;
    }

    private static JsonNode text(JsonNode value) {
        return TextNode.valueOf(value.isContainerNode() ? value.toString() : value.asText());
    }

    private RestResponse attributes(Request request, UUID device, List<AttributeScope> scopes) {
        Optional<Set<String>> wanted = keys(request).map(Set::copyOf);
        ArrayNode array = Json.array();
        for (AttributeScope scope : scopes) {
            store.telemetry().attributes(device, scope).forEach((key, attribute) -> {
                if (wanted.isEmpty() || wanted.get().contains(key)) {
                    ObjectNode json = Json.object()
                            .put("lastUpdateTs", attribute.lastUpdateTs())
                            .put("key", key);
                    json.set("value", attribute.value());
                    array.add(json);
                }
            });
        }
        return RestResponse.json(array);
    }

    private RestResponse setAttributes(Request request, UUID device) {
        AttributeScope scope = scope(request);
        ObjectNode values = (ObjectNode) request.json();
        if (scope == AttributeScope.SHARED_SCOPE) {
            store.devices().setSharedAttributes(device, values);
        } else {
            store.telemetry().setAttributes(device, scope, values);
        }
        return RestResponse.empty(200);
    }

    private static AttributeScope scope(Request request) {
        String name = request.parameter("scope").orElse("");
        return Arrays.stream(AttributeScope.values())
                .filter(scope -> scope.name().equals(name))
                .findFirst()
                .orElseThrow(() -> RestRefusal.badRequest("Method parameter 'scope': Failed to convert value of type "
                        + "'java.lang.String' to required type "
                        + "'org.thingsboard.server.common.data.AttributeScope'; Failed to convert from type "
                        + "[java.lang.String] to type [@io.swagger.v3.oas.annotations.Parameter "
                        + "@org.springframework.web.bind.annotation.PathVariable "
                        + "org.thingsboard.server.common.data.AttributeScope] for value [" + name + "]"));
    }

    private static Optional<List<String>> keys(Request request) {
        return request.parameter("keys").filter(text -> !text.isEmpty()).map(text -> List.of(text.split(",")));
    }

    private static Optional<Long> number(Request request, String name) {
        try {
            return request.parameter(name).map(Long::valueOf);
        } catch (NumberFormatException e) {
            throw RestRefusal.badRequest("Method parameter '" + name
                    + "': Failed to convert value of type 'java.lang.String' to required type 'java.lang.Long'");
        }
    }

    private static RestResponse strings(List<String> texts) {
        ArrayNode array = Json.array();
        texts.forEach(array::add);
        return RestResponse.json(array);
    }
}
