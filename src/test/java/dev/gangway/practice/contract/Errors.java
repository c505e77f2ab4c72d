package dev.gangway.practice.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.practice.PracticeClient.Reply;
import java.util.List;

/** The form of an error that nearly all endpoints share. */
final class Errors {
    private Errors() {}

    static void assertError(Reply reply, int status, int errorCode, String message) {
        JsonNode json = assertError(reply, status, errorCode);
        assertThat(json.path("message").asText()).isEqualTo(message);
    }

    static JsonNode assertError(Reply reply, int status, int errorCode) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.contentType()).contains("application/json;charset=ISO-8859-1");
        JsonNode json = reply.json();
        assertThat(members(json)).isEqualTo(List.of("status", "message", "errorCode", "timestamp"));
        assertThat(json.path("status").asInt()).isEqualTo(status);
        assertThat(json.path("errorCode").asInt()).as(reply.body()).isEqualTo(errorCode);
        assertThat(json.path("timestamp").isIntegralNumber()).isTrue();
        return json;
    }

    static void assertEmpty(Reply reply, int status) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.body()).isEmpty();
        assertThat(reply.contentType()).isEmpty();
    }

    static JsonNode assertOk(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.contentType()).contains("application/json");
        return reply.json();
    }

    /** The names of an object's members, in order. */
    static List<String> members(JsonNode json) {
        return json.propertyStream().map(member -> member.getKey()).toList();
    }
}
