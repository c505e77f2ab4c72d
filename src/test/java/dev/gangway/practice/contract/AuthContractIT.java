package dev.gangway.practice.contract;

import static dev.gangway.practice.PracticeClient.json;
import static dev.gangway.practice.contract.Errors.assertEmpty;
import static dev.gangway.practice.contract.Errors.assertError;
import static dev.gangway.practice.contract.Errors.assertOk;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gangway.practice.PracticeClient;
import dev.gangway.practice.PracticeClient.Reply;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signing in, staying signed in, signing out. */
class AuthContractIT extends ContractTest {
    private Reply login(String body) {
        return rest.anonymously("POST", "/api/auth/login", body);
    }

    private Reply user(String scheme, String token) {
        return rest.send("GET", "/api/auth/user", null, Map.of("X-Authorization", scheme + " " + token));
    }

    private Reply refresh(String token) {
        return rest.anonymously("POST", "/api/auth/token", json("refreshToken", token));
    }

    private JsonNode session() {
        try (PracticeClient other = new PracticeClient(server.url())) {
            return other.signIn(server.user(), server.password());
        }
    }

    @Test
    void signsIn() throws IOException {
        Reply reply = login(json("username", server.user(), "password", server.password()));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.contentType()).contains("application/json;charset=ISO-8859-1");
        assertThat(Errors.members(reply.json())).containsExactly("token", "refreshToken");
        String[] parts = reply.json().path("token").asText().split("\\.");
        assertThat(new String(Base64.getUrlDecoder().decode(parts[0]))).isEqualTo("{\"alg\":\"HS512\"}");
        JsonNode claims = new ObjectMapper().readTree(Base64.getUrlDecoder().decode(parts[1]));
        assertThat(claims.path("sub").asText()).isEqualTo(server.user());
        assertThat(claims.at("/scopes/0").asText()).isEqualTo("TENANT_ADMIN");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(9000);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            wrong password | {"username":"{user}","password":"nope"}           | Invalid username or password
            unknown user   | {"username":"nobody@nowhere.org","password":"x"}  | Invalid username or password
            empty names    | {"username":"","password":""}                     | Authentication failed
            malformed      | {"username":                                      | Authentication failed
            """)
    void refusesToSignIn(String what, String body, String message) {
        assertError(login(body.replace("{user}", server.user())), 401, 10, message);
    }

    @Test
    void signsInByPostOnly() {
        assertError(rest.anonymously("GET", "/api/auth/login", null), 401, 10, "Authentication method not supported");
    }

    @Test
    void tellsWhoIsSignedIn() {
        JsonNode user = assertOk(user("Bearer", rest.bearer()));
        assertThat(Errors.members(user))
                .startsWith("id", "createdTime", "tenantId", "customerId", "email", "authority", "firstName");
        assertThat(user.path("email").asText()).isEqualTo(server.user());
        assertThat(user.path("authority").asText()).isEqualTo("TENANT_ADMIN");
        assertOk(rest.send("GET", "/api/auth/user", null, Map.of("Authorization", "Bearer " + rest.bearer())));
    }

    @Test
    void refusesOtherTokens() {
        assertError(rest.anonymously("GET", "/api/auth/user", null), 401, 10, "Authentication failed");
        assertError(user("Bearer", "garbage"), 401, 10, "Invalid username or password");
        String tampered = rest.bearer().substring(0, rest.bearer().lastIndexOf('.') + 1) + "AAAA";
        assertError(user("Bearer", tampered), 401, 11, "Token has expired");
        assertError(user("Bearer", session().path("refreshToken").asText()), 500, 2);
        Reply basic = user("Basic", "dTpw");
        assertThat(basic.status()).isEqualTo(404);
        assertThat(basic.json().path("message").asText()).isEqualTo("No static resource index.html.");
    }

    @Test
    void refreshes() {
        JsonNode session = session();
        Reply renewed = refresh(session.path("refreshToken").asText());
        assertThat(renewed.status()).isEqualTo(200);
        assertOk(user("Bearer", renewed.json().path("token").asText()));
        assertOk(user("Bearer", session.path("token").asText()));
        assertThat(refresh(session.path("refreshToken").asText()).status())
                .as("the old one again")
                .isEqualTo(200);
    }

    @Test
    void refusesToRefresh() {
        assertError(refresh("garbage"), 401, 10, "Invalid username or password");
        assertError(refresh(session().path("token").asText()), 500, 2, "Invalid Refresh Token scope");
        assertError(rest.anonymously("POST", "/api/auth/token", "{}"), 401, 10, "Authentication failed");
    }

    @Test
    void signsOutOneSession() {
        JsonNode one = session();
        JsonNode two = session();
        String token = one.path("token").asText();
        assertEmpty(rest.send("POST", "/api/auth/logout", null, Map.of("X-Authorization", "Bearer " + token)), 200);
        assertError(user("Bearer", token), 401, 11, "Token has expired");
        assertError(refresh(one.path("refreshToken").asText()), 401, 10, "Token is outdated");
        assertOk(user("Bearer", two.path("token").asText()));
    }

    @Test
    void knowsPathsOnlyWhenSignedIn() {
        assertError(rest.anonymously("GET", "/api/nonexistent", null), 401, 10, "Authentication failed");
        Reply unknown = rest.get("/api/nonexistent");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.contentType()).contains("application/json");
        assertThat(Errors.members(unknown.json())).containsExactly("message", "errorCode", "status", "timestamp");
        assertThat(unknown.json().path("message").asText()).isEqualTo("No static resource api/nonexistent.");
        Reply method = rest.send("PATCH", "/api/device", "{}", Map.of("X-Authorization", "Bearer " + rest.bearer()));
        assertThat(method.status()).isEqualTo(405);
        assertThat(method.headers().firstValue("Allow")).contains("POST");
        assertThat(method.json().path("message").asText()).isEqualTo("Request method 'PATCH' is not supported");
    }
}
