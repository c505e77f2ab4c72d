package dev.gangway.practice.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.practice.rest.ApiKeys.ApiKey;
import dev.gangway.practice.rest.Routes.Access;
import dev.gangway.practice.store.Json;
import dev.gangway.practice.store.Refusal;
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

    private Answer create(Request request) {
        JsonNode body = request.json();
        String description = Json.filled(body, "description")
                .orElseThrow(() -> Refusal.badRequest("Validation error: description must not be blank"));
        ApiKey key = keys.create(
                request.user().orElseThrow(),
                description,
                body.path("enabled").asBoolean(),
                body.path("expirationTime").asLong());
        return Answer.json(json(key, true));
    }

    private Answer list(Request request) {
        List<ApiKey> found = keys.of(request.id("user"));
        return Answer.json(
                PageLink.of(request).of(found, key -> List.of(key.description()), Map.of(), key -> json(key, false)));
    }

    private Answer enable(Request request) {
        boolean enabled = Boolean.parseBoolean(request.parameter("enabled").orElse(""));
        return Answer.json(json(keys.enable(request.id("id"), enabled), false));
    }

    private Answer delete(Request request) {
        keys.delete(request.id("id"));
        return Answer.empty(200);
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
