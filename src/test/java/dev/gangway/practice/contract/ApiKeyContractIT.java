package dev.gangway.practice.contract;

import static dev.gangway.practice.contract.Errors.assertEmpty;
import static dev.gangway.practice.contract.Errors.assertError;
import static dev.gangway.practice.contract.Errors.assertOk;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.practice.PracticeClient.Reply;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Signing in by API key. */
class ApiKeyContractIT extends ContractTest {
    private String userId;

    @Override
    void prepare() {
        userId = assertOk(rest.get("/api/auth/user")).at("/id/id").asText();
    }

    private Reply create(String members) {
        return rest.post(
                "/api/apiKey",
                "{" + members + "\"enabled\":true,\"userId\":{\"entityType\":\"USER\",\"id\":\"" + userId + "\"}}");
    }

    private Reply use(String header, String key) {
        return rest.send("GET", "/api/auth/user", null, Map.of(header, "ApiKey " + key));
    }

    private Reply enable(String id, boolean enabled) {
        return rest.send(
                "PUT",
                "/api/apiKey/" + id + "/enabled/" + enabled,
                null,
                Map.of("X-Authorization", "Bearer " + rest.bearer()));
    }

    @Test
    void livesAndDies() {
        JsonNode key = assertOk(create("\"description\":\"a key\","));
        assertThat(Errors.members(key))
                .containsExactly(
                        "id",
                        "createdTime",
                        "tenantId",
                        "userId",
                        "expirationTime",
                        "description",
                        "enabled",
                        "value",
                        "expired");
        String value = key.path("value").asText();
        String id = key.at("/id/id").asText();
        assertThat(value).startsWith("tb_");
        assertOk(use("X-Authorization", value));
        assertOk(use("Authorization", value));
        assertThat(assertOk(rest.get("/api/apiKeys/" + userId + "?pageSize=100&page=0"))
                        .findValuesAsText("id"))
                .isNotEmpty();
        assertThat(rest.get("/api/apiKeys/" + userId + "?pageSize=100&page=0").body())
                .as("told once only")
                .doesNotContain(value);

        assertThat(assertOk(enable(id, false)).has("value")).isFalse();
        assertError(use("X-Authorization", value), 401, 10, "User account is not active");
        assertEmpty(rest.delete("/api/apiKey/" + id), 200);
        assertError(use("X-Authorization", value), 401, 10, "Invalid username or password");
        assertError(enable(id, true), 404, 32, "Api key with id [" + id + "] is not found");
    }

    @Test
    void refuses() {
        assertError(create(""), 400, 31, "Validation error: description must not be blank");
        assertError(use("X-Authorization", "tb_nobody"), 401, 10, "Invalid username or password");
        JsonNode expired = assertOk(create("\"description\":\"old\",\"expirationTime\":1000,"));
        assertThat(expired.path("expired").asBoolean()).isTrue();
        assertError(use("X-Authorization", expired.path("value").asText()), 401, 10, "API key is expired");
    }
}
