package dev.gangway.practice.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.practice.store.Json;
import dev.gangway.practice.store.RestRefusal;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A response. */
record RestResponse(int status, Map<String, String> headers, byte[] body) {
    private static final String TYPE = "Content-Type";
    private static final String JSON = "application/json";

    /** Stands for one of the two until it is known who asks. */
    private static final String TEXT_OR_JSON = "text/plain or application/json";

    private static final String JSON_LATIN = "application/json;charset=ISO-8859-1";

    static RestResponse json(JsonNode body) {
        return of(200, JSON, body.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** As the filters answer that run before any endpoint: sign in and refresh. */
    static RestResponse latinJson(JsonNode body) {
        return of(200, JSON_LATIN, body.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Without body and content type. */
    static RestResponse empty(int status) {
        return new RestResponse(status, Map.of(), new byte[0]);
    }

    /** Plain text under the content type of JSON, an oddity of the telemetry endpoints. */
    static RestResponse textAsJson(int status, String text) {
        return of(status, TEXT_OR_JSON, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The same for a client that accepts this: text that an endpoint answers goes out as JSON to who asked for JSON, and
     * as plain text to who named nothing.
     */
    RestResponse negotiated(Optional<String> accept) {
        if (!TEXT_OR_JSON.equals(headers.get(TYPE))) {
            return this;
        }
        boolean asked = accept.filter(types -> types.contains(JSON)).isPresent();
        return with(TYPE, asked ? JSON : "text/plain;charset=UTF-8");
    }

    static RestResponse text(int status, String type, String text) {
        return of(status, type, text.getBytes(StandardCharsets.UTF_8));
    }

    static RestResponse html(int status, String page) {
        return of(status, "text/html;charset=UTF-8", page.getBytes(StandardCharsets.UTF_8));
    }

    static RestResponse file(String name, String text) {
        return of(200, "application/octet-stream", text.getBytes(StandardCharsets.UTF_8))
                .with("Content-Disposition", "attachment;filename=" + name);
    }

    /** An error in the usual form. Letters that ISO 8859-1 lacks become question marks. */
    static RestResponse refused(RestRefusal restRefusal, InstantSource clock) {
        ObjectNode body = Json.object()
                .put("status", restRefusal.status())
                .put("message", restRefusal.words())
                .put("errorCode", restRefusal.errorCode())
                .put("timestamp", clock.millis());
        return of(restRefusal.status(), JSON_LATIN, body.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    /** An error in the form of the framework below: same members, other order and type. */
    static RestResponse unhandled(int status, int errorCode, String message, InstantSource clock) {
        ObjectNode body = Json.object()
                .put("message", message)
                .put("errorCode", errorCode)
                .put("status", status)
                .put("timestamp", clock.millis());
        return of(status, JSON, body.toString().getBytes(StandardCharsets.UTF_8));
    }

    RestResponse with(String header, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new RestResponse(status, all, body);
    }

    private static RestResponse of(int status, String type, byte[] body) {
        return new RestResponse(status, Map.of(TYPE, type), body);
    }
}
