package dev.gangway.practice.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.practice.rest.Users.User;
import dev.gangway.practice.store.Json;
import dev.gangway.practice.store.RestRefusal;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A request to an endpoint.
 *
 * @param method GET, POST and so on
 * @param path without the query
 * @param parameters from the path's places and from the query; those of the path go first
 * @param headers names in lower case
 * @param body as it came
 * @param clientChain what was presented in TLS, leaf first; may be empty
 * @param user who signed in; empty on public endpoints
 */
record Request(
        String method,
        String path,
        Map<String, String> parameters,
        Map<String, String> headers,
        byte[] body,
        List<X509Certificate> clientChain,
        Optional<User> user) {
    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** A place of the path that has to be an id. */
    UUID id(String name) {
        return parseId(parameters.getOrDefault(name, ""));
    }

    static UUID parseId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw RestRefusal.badRequest("Invalid UUID string: " + text);
        }
    }

    /**
     * The body as an object.
     *
     * @throws RestRefusal 500 where it is none, as on the real server
     */
    JsonNode json() {
        if (body.length == 0) {
            throw RestRefusal.internal("Required request body is missing: " + method + " " + path);
        }
        try {
            JsonNode json = Json.STRICT.readTree(body);
            if (!json.isObject()) {
                throw RestRefusal.internal("JSON parse error: Cannot deserialize value from " + json.getNodeType());
            }
            return json;
        } catch (JsonProcessingException e) {
            throw RestRefusal.internal("JSON parse error: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw RestRefusal.internal("JSON parse error: " + e.getMessage());
        }
    }
}
