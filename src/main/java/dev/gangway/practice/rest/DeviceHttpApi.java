package dev.gangway.practice.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.practice.rest.Routes.Access;
import dev.gangway.practice.rest.Routes.RestEndpoint;
import dev.gangway.practice.store.AttributeScope;
import dev.gangway.practice.store.Json;
import dev.gangway.practice.store.RestRefusal;
import dev.gangway.practice.store.Store;
import dev.gangway.practice.store.Telemetry;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.BiFunction;

/** What devices themselves call. The token is in the path; a wrong one gets an empty 401. */
final class DeviceHttpApi {
    private final Store store;

    DeviceHttpApi(Store store) {
        this.store = store;
    }

    void addTo(Routes routes) {
        routes.add("POST", "/api/v1/provision", Access.PUBLIC, this::provision)
                .add("POST", "/api/v1/{token}/telemetry", Access.PUBLIC, withBody(this::telemetry))
                .add("POST", "/api/v1/{token}/attributes", Access.PUBLIC, withBody(this::attributes));
    }

    private RestResponse provision(Request request) {
        try {
            return RestResponse.json(store.provisioning().answer(parse(request)));
        } catch (JsonProcessingException e) {
            throw RestRefusal.internal(LenientErrors.words(e));
        }
    }

    private RestEndpoint withBody(BiFunction<UUID, JsonNode, RestResponse> action) {
        return request -> store.signIn()
                .byToken(request.parameter("token").orElse(""))
                .map(device -> {
                    try {
                        return action.apply(device, parse(request));
                    } catch (JsonProcessingException e) {
                        return RestResponse.textAsJson(500, LenientErrors.words(e));
                    }
                })
                .orElseGet(() -> RestResponse.empty(401));
    }

    private static JsonNode parse(Request request) throws JsonProcessingException {
        return Json.LENIENT.readTree(new String(request.body(), StandardCharsets.UTF_8));
    }

    private RestResponse telemetry(UUID device, JsonNode body) {
        if (!Telemetry.isStorable(body)) {
            return RestResponse.textAsJson(500, "Can't parse value: " + body);
        }
        store.telemetry().store(device, body);
        return RestResponse.empty(200);
    }

    private RestResponse attributes(UUID device, JsonNode body) {
        if (!(body instanceof ObjectNode values)) {
            return RestResponse.textAsJson(500, "Can't parse value: " + body);
        }
        store.telemetry().setAttributes(device, AttributeScope.CLIENT_SCOPE, values);
        store.telemetry().active(device);
        return RestResponse.empty(200);
    }
}
