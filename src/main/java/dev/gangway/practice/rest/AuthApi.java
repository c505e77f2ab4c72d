package dev.gangway.practice.rest;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.practice.rest.Routes.Access;
import dev.gangway.practice.rest.Users.User;
import dev.gangway.practice.store.Json;
import dev.gangway.practice.store.RestRefusal;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

/** Signing in and out. */
final class AuthApi {
    static final String NO_CUSTOMER = "13814000-1dd2-11b2-8080-808080808080";
    private static final String BEARER = "Bearer ";
    private static final String API_KEY = "ApiKey ";

    private final Users users;
    private final SignInTokens tokens;
    private final ApiKeys apiKeys;
    private final UUID tenant;
    private final long startedAt;

    AuthApi(Users users, SignInTokens tokens, ApiKeys apiKeys, UUID tenant, long startedAt) {
        this.users = users;
        this.tokens = tokens;
        this.apiKeys = apiKeys;
        this.tenant = tenant;
        this.startedAt = startedAt;
    }

    void addTo(Routes routes) {
        routes.add("POST", "/api/auth/login", Access.PUBLIC, this::login)
                .add("GET", "/api/auth/login", Access.PUBLIC, request -> {
                    throw RestRefusal.unauthenticated("Authentication method not supported");
                })
                .add("POST", "/api/auth/token", Access.PUBLIC, this::refresh)
                .add("POST", "/api/auth/logout", Access.SIGNED_IN, this::logout)
                .add("GET", "/api/auth/user", Access.SIGNED_IN, request -> RestResponse.json(user(request)));
    }

    /**
     * Who asks.
     *
     * @return empty where the header has another scheme, which the real server does not recognise as a sign-in at all
     */
    Optional<User> authenticate(Request request) {
        String header = request.header("x-authorization")
                .or(() -> request.header("authorization"))
                .orElseThrow(() -> RestRefusal.unauthenticated("Authentication failed"));
        if (header.startsWith(BEARER)) {
            return Optional.of(tokens.user(header.substring(BEARER.length())));
        }
        return header.startsWith(API_KEY)
                ? Optional.of(apiKeys.user(header.substring(API_KEY.length())))
                : Optional.empty();
    }

    private RestResponse login(Request request) {
        JsonNode body = leniently(request);
        String name = Json.filled(body, "username").orElseThrow(AuthApi::failed);
        String password = Json.filled(body, "password").orElseThrow(AuthApi::failed);
        User user = users.byName(name)
                .filter(known -> known.password().equals(password))
                .orElseThrow(() -> RestRefusal.unauthenticated("Invalid username or password"));
        return RestResponse.latinJson(tokens.pair(user));
    }

    private RestResponse refresh(Request request) {
        String token = Json.filled(leniently(request), "refreshToken").orElseThrow(AuthApi::failed);
        return RestResponse.latinJson(tokens.refreshed(token));
    }

    private RestResponse logout(Request request) {
        String header = request.header("x-authorization")
                .or(() -> request.header("authorization"))
                .orElseThrow();
        tokens.signOut(header.substring(BEARER.length()));
        return RestResponse.empty(200);
    }

    /** Here, other than everywhere else, malformed JSON is a failed sign-in. */
    private static JsonNode leniently(Request request) {
        try {
            return Json.STRICT.readTree(request.body());
        } catch (JacksonException e) {
            throw failed();
        } catch (IOException e) {
            throw new IllegalStateException("reading bytes in memory", e);
        }
    }

    private static RestRefusal failed() {
        return RestRefusal.unauthenticated("Authentication failed");
    }

    private ObjectNode user(Request request) {
        User user = request.user().orElseThrow();
        ObjectNode json = Json.object();
        json.set("id", Json.id("USER", user.id()));
        json.put("createdTime", startedAt);
        json.set("tenantId", Json.id("TENANT", tenant));
        json.set("customerId", Json.id("CUSTOMER", UUID.fromString(NO_CUSTOMER)));
        json.put("email", user.name());
        json.put("authority", user.authority().name());
        json.putNull("firstName").putNull("lastName").putNull("phone");
        json.put("version", 1);
        json.put("name", user.name());
        return json.putNull("additionalInfo");
    }
}
