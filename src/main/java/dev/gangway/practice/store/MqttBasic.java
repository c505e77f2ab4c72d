package dev.gangway.practice.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** The value of MQTT basic credentials; an empty string counts as absent. */
record MqttBasic(Optional<String> clientId, Optional<String> userName, Optional<String> password) {
    static MqttBasic of(JsonNode json) {
        return new MqttBasic(
                Json.filled(json, "clientId"), Json.filled(json, "userName"), Json.filled(json, "password"));
    }

    /** The value of a stored row, which is JSON. */
    static MqttBasic parse(String stored) {
        try {
            return of(Json.STRICT.readTree(stored));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored value is always JSON", e);
        }
    }

    /** What they are found by: a user name alone is stored as it is, everything else as a hash. */
    String credentialsId() {
        if (clientId.isEmpty()) {
            return userName.orElseThrow();
        }
        return userName.map(user -> CredentialsFormat.hash(clientId.get() + "|" + user))
                .orElseGet(() -> CredentialsFormat.hash(clientId.get()));
    }

    ObjectNode toJson() {
        return Json.object()
                .put("clientId", clientId.orElse(null))
                .put("userName", userName.orElse(null))
                .put("password", password.orElse(null));
    }

    /** Not the content: it is secret. */
    @Override
    public String toString() {
        return "MQTT_BASIC";
    }
}
