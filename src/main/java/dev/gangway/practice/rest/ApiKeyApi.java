package dev.gangway.practice.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.practice.rest.ApiKeys.ApiKey;
import dev.gangway.practice.rest.Routes.Access;
import dev.gangway.practice.store.Json;
import dev.gangway.practice.store.RestRefusal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Managing API keys; the key itself is told once, when it is made. */
final class ApiKeyApi {
    private final ApiKeys keys;
    private final UUID tenant;

    ApiKeyApi(ApiKeys keys, UUID tenant) {
        this.keys = keys;
        this.tenant = tenant;
    }

    void addTo(Routes routes) {
        routes.add("POST", "/api/apiKey", Access.TENANT, this::create)
                .add("GET", "/api/apiKeys/{user}", Access.TENANT, this::list)
                .add("PUT", "/api/apiKey/{id}/enabled/{enabled}", Access.TENANT, this::enable)
                .add("DELETE", "/api/apiKey/{id}", Access.TENANT, this::delete);
    }

    private RestResponse create(Request request) {
        JsonNode body = request.json();
        String description = Json.filled(body, "description")
                .orElseThrow(() -> RestRefusal.badRequest("Validation error: description must not be blank"));
        ApiKey key = keys.create(
                request.user().orElseThrow(),
                description,
                body.path("enabled").asBoolean(),
                body.path("expirationTime").asLong());
        return RestResponse.json(json(key, true));
    }

    private RestResponse list(Request request) {
        List<ApiKey> found = keys.of(request.id("user"));
        return RestResponse.json(
                PageLink.of(request).of(found, key -> List.of(key.description()), Map.of(), key -> json(key, false)));
    }

    private RestResponse enable(Request request) {
        boolean enabled = Boolean.parseBoolean(request.parameter("enabled").orElse(""));
        return RestResponse.json(json(keys.enable(request.id("id"), enabled), false));
    }

    private RestResponse delete(Request request) {
        keys.delete(request.id("id"));
        return RestResponse.empty(200);
    }

    private ObjectNode json(ApiKey key, boolean withValue) {
        ObjectNode json = Json.object();
        json.set("id", Json.id("API_KEY", key.id()));
        json.put("createdTime", key.createdTime());
        json.set("tenantId", Json.id("TENANT", tenant));
        json.set("userId", Json.id("USER", key.user().id()));
        json.put("expirationTime", key.expirationTime());
        json.put("description", key.description());
        json.put("enabled", key.enabled());
        if (withValue) {
            json.put("value", key.value());
        }
        return json.put("expired", keys.isExpired(key));
    }
}
