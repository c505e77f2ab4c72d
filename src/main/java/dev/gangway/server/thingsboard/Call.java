package dev.gangway.server.thingsboard;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.secret.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One request to the REST interface.
 *
 * @param method of HTTP
 * @param path without query
 * @param query names and values, not yet encoded
 * @param body sent as JSON, where there is one
 * @param secrets that the body holds and that an answer could echo
 */
record Call(
        String method,
        String path,
        List<Map.Entry<String, String>> query,
        Optional<JsonNode> body,
        List<Secret> secrets) {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    static Call get(String path) {
        return new Call("GET", path, List.of(), Optional.empty(), List.of());
    }

    static Call post(String path, JsonNode body) {
        return new Call("POST", path, List.of(), Optional.of(body), List.of());
    }

    static Call post(String path) {
        return new Call("POST", path, List.of(), Optional.empty(), List.of());
    }

    static Call delete(String path) {
        return new Call("DELETE", path, List.of(), Optional.empty(), List.of());
    }

    Call with(String name, Object value) {
        List<Map.Entry<String, String>> more = new ArrayList<>(query);
        more.add(Map.entry(name, String.valueOf(value)));
        return new Call(method, path, List.copyOf(more), body, secrets);
    }

    Call hiding(List<Secret> these) {
        return new Call(method, path, query, body, List.copyOf(these));
    }

    /** The call for people, for example {@code GET /api/device/…/credentials}. */
    String label() {
        return method + " " + ID.matcher(path).replaceAll("…");
    }

    /** Text without the secrets that this call sent. */
    String redact(String text) {
        String clean = text;
        for (Secret secret : secrets) {
            if (secret.length() > 0) {
                clean = clean.replace(secret.reveal(), secret.toString());
            }
        }
        return clean;
    }
}
