package dev.gangway.practice.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.practice.rest.Routes.Access;
import dev.gangway.practice.store.AttributeScope;
import dev.gangway.practice.store.Json;
import dev.gangway.practice.store.Refusal;
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

    private Answer provision(Request request) {
        try {
            return Answer.json(store.provisioning().answer(parse(request)));
        } catch (JsonProcessingException e) {
            throw Refusal.internal(LenientErrors.words(e));
        }
    }

    private Endpoint withBody(BiFunction<UUID, JsonNode, Answer> action) {
        return request -> store.signIn()
                .byToken(request.parameter("token").orElse(""))
                .map(device -> {
                    try {
                        return action.apply(device, parse(request));
                    } catch (JsonProcessingException e) {
                        return Answer.textAsJson(500, LenientErrors.words(e));
                    }
                })
                .orElseGet(() -> Answer.empty(401));
    }

    private static JsonNode parse(Request request) throws JsonProcessingException {
        return Json.LENIENT.readTree(new String(request.body(), StandardCharsets.UTF_8));
    }

    private Answer telemetry(UUID device, JsonNode body) {
        if (!Telemetry.isStorable(body)) {
            return Answer.textAsJson(500, "Can't parse value: " + body);
        }
        store.telemetry().store(device, body);
        return Answer.empty(200);
    }

    private Answer attributes(UUID device, JsonNode body) {
        if (!(body instanceof ObjectNode values)) {
            return Answer.textAsJson(500, "Can't parse value: " + body);
        }
        store.telemetry().setAttributes(device, AttributeScope.CLIENT_SCOPE, values);
        store.telemetry().active(device);
        return Answer.empty(200);
    }
}
