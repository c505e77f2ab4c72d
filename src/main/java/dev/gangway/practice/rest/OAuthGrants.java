package dev.gangway.practice.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.practice.rest.Users.User;
import dev.gangway.practice.store.Json;
import dev.gangway.practice.token.AccessTokens;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Who gets a token for what. Confined to the server's thread. */
final class OAuthGrants {
    static final String CLIENT = "practice";
    static final String SECRET = "practice-secret";
    static final String SCOPE = "mqtt";
    static final List<String> TYPES = List.of("client_credentials", "password", "refresh_token", OAuthLogins.GRANT);

    /** A refusal as RFC 6749, section 5.2, names them. */
    static final class OAuthError extends Exception {
        private final int status;
        private final String code;
        private final String description;

        OAuthError(int status, String code, String description) {
            super(code, null, false, false);
            this.status = status;
            this.code = code;
            this.description = description;
        }

        int status() {
            return status;
        }

        String code() {
            return code;
        }

        String description() {
            return description;
        }
    }

    private final AccessTokens tokens;
    private final Users users;
    private final OAuthLogins logins;
    /** Refresh token to the subject that it stands for. */
    private final Map<String, String> refreshTokens = new HashMap<>();

    OAuthGrants(AccessTokens tokens, Users users, OAuthLogins logins) {
        this.tokens = tokens;
        this.users = users;
        this.logins = logins;
    }

    /**
     * Grants a token.
     *
     * @param authorization the header of that name
     * @param issuer what the token names as its issuer
     */
    ObjectNode grant(Map<String, String> form, Optional<String> authorization, String issuer) throws OAuthError {
        String type = required(form, "grant_type");
        boolean mayBePublic = type.equals(OAuthLogins.GRANT) || type.equals("refresh_token");
        if (!mayBePublic || form.containsKey("client_secret") || authorization.isPresent()) {
            authenticate(form, authorization);
        } else if (!CLIENT.equals(form.get("client_id"))) {
            throw new OAuthError(401, "invalid_client", "The client is unknown.");
        }
        String scope = form.getOrDefault("scope", SCOPE);
        if (!scope.equals(SCOPE)) {
            throw new OAuthError(400, "invalid_scope", "The only scope here is " + SCOPE + ".");
        }
        return switch (type) {
            case "client_credentials" -> answer(CLIENT, issuer);
            case "password" -> refreshable(user(form), issuer);
            case "refresh_token" -> refreshable(refreshed(form), issuer);
            case OAuthLogins.GRANT -> {
                logins.redeem(required(form, "device_code"));
                yield refreshable(Users.TENANT, issuer);
            }
            default ->
                throw new OAuthError(400, "unsupported_grant_type", "Here are " + String.join(", ", TYPES) + ".");
        };
    }

    private static void authenticate(Map<String, String> form, Optional<String> authorization) throws OAuthError {
        boolean inBody = form.containsKey("client_secret");
        if (inBody && authorization.isPresent()) {
            throw new OAuthError(400, "invalid_request", "The client signed in twice.");
        }
        String sent = authorization.isPresent()
                ? basic(authorization.get())
                : form.getOrDefault("client_id", "") + ":" + form.getOrDefault("client_secret", "");
        if (!sent.equals(CLIENT + ":" + SECRET)) {
            throw new OAuthError(401, "invalid_client", "The client is unknown or its secret is wrong.");
        }
    }

    /** RFC 6749, section 2.3.1: both parts are encoded as in a form first. */
    private static String basic(String header) {
        if (!header.startsWith("Basic ")) {
            return "";
        }
        try {
            byte[] decoded = Base64.getDecoder().decode(header.substring("Basic ".length()));
            return URLDecoder.decode(new String(decoded, StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private String user(Map<String, String> form) throws OAuthError {
        String name = required(form, "username");
        String password = required(form, "password");
        return users.byName(name)
                .filter(user -> user.password().equals(password))
                .map(User::name)
                .orElseThrow(() -> new OAuthError(400, "invalid_grant", "User name or password is wrong."));
    }

    private String refreshed(Map<String, String> form) throws OAuthError {
        String subject = refreshTokens.remove(required(form, "refresh_token"));
        if (subject == null) {
            throw new OAuthError(400, "invalid_grant", "The refresh token is unknown or was used.");
        }
        return subject;
    }

    private static String required(Map<String, String> form, String name) throws OAuthError {
        String value = form.get(name);
        if (value == null) {
            throw new OAuthError(400, "invalid_request", "The parameter " + name + " is missing.");
        }
        return value;
    }

    private ObjectNode refreshable(String subject, String issuer) {
        String token = UUID.randomUUID().toString();
        refreshTokens.put(token, subject);
        return answer(subject, issuer).put("refresh_token", token);
    }

    private ObjectNode answer(String subject, String issuer) {
        return Json.object()
                .put("access_token", tokens.issue(subject, CLIENT, SCOPE, issuer))
                .put("token_type", "Bearer")
                .put("expires_in", AccessTokens.LIFETIME.toSeconds())
                .put("scope", SCOPE);
    }
}
