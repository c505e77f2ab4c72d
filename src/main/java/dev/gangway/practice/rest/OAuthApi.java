package dev.gangway.practice.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.practice.rest.OAuthGrants.OAuthError;
import dev.gangway.practice.rest.Routes.Access;
import dev.gangway.practice.store.Json;
import dev.gangway.practice.token.TokenKeys;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * A token endpoint of the server's own, with the keys to check its tokens: RFC 6749, RFC 7517, RFC 8414, RFC 8628. ThingsBoard
 * has nothing of the kind; it is here so that tokens can be tried without an identity server.
 */
final class OAuthApi {
    private final OAuthGrants grants;
    private final OAuthLogins logins;
    private final TokenKeys keys;

    OAuthApi(OAuthGrants grants, OAuthLogins logins, TokenKeys keys) {
        this.grants = grants;
        this.logins = logins;
        this.keys = keys;
    }

    void addTo(Routes routes) {
        routes.add("POST", "/oauth/token", Access.PUBLIC, this::token)
                .add("POST", "/oauth/device_authorization", Access.PUBLIC, this::login)
                .add("GET", "/oauth/device", Access.PUBLIC, this::page)
                .add("POST", "/oauth/device", Access.PUBLIC, this::decided)
                .add(
                        "GET",
                        "/oauth/jwks.json",
                        Access.PUBLIC,
                        request -> RestResponse.text(200, "application/jwk-set+json", keys.jwks()))
                .add("GET", "/.well-known/oauth-authorization-server", Access.PUBLIC, this::metadata);
    }

    private RestResponse token(Request request) {
        try {
            ObjectNode granted = grants.grant(form(request), request.header("authorization"), issuer(request));
            return uncached(RestResponse.json(granted));
        } catch (OAuthError error) {
            ObjectNode body = Json.object().put("error", error.code()).put("error_description", error.description());
            RestResponse restResponse =
                    uncached(RestResponse.text(error.status(), "application/json", body.toString()));
            return error.status() == 401
                    ? restResponse.with("WWW-Authenticate", "Basic realm=\"practice\"")
                    : restResponse;
        }
    }

    private RestResponse login(Request request) {
        return uncached(RestResponse.json(logins.begin(issuer(request) + "/oauth/device")));
    }

    private RestResponse page(Request request) {
        String code = request.parameter("user_code").orElse("").replaceAll("[^A-Za-z-]", "");
        return RestResponse.html(200, """
            <!DOCTYPE html><title>Practice server</title><form method="post" action="/oauth/device">
            <p>A device wants to sign in.</p><input name="user_code" value="%s">
            <button name="decision" value="approve">Approve</button>
            <button name="decision" value="decline">Decline</button></form>
            """.formatted(code));
    }

    private RestResponse decided(Request request) {
        try {
            Map<String, String> form = form(request);
            boolean known = logins.decide(form.getOrDefault("user_code", ""), "approve".equals(form.get("decision")));
            return RestResponse.html(
                    known ? 200 : 404, known ? "<p>Done. You may close this page." : "<p>Unknown code.");
        } catch (OAuthError twice) {
            return RestResponse.html(twice.status(), "<p>Unknown code.");
        }
    }

    private static RestResponse uncached(RestResponse restResponse) {
        return restResponse.with("Cache-Control", "no-store").with("Pragma", "no-cache");
    }

    private RestResponse metadata(Request request) {
        String issuer = issuer(request);
        ObjectNode body = Json.object()
                .put("issuer", issuer)
                .put("token_endpoint", issuer + "/oauth/token")
                .put("device_authorization_endpoint", issuer + "/oauth/device_authorization")
                .put("jwks_uri", issuer + "/oauth/jwks.json");
        OAuthGrants.TYPES.forEach(body.putArray("grant_types_supported")::add);
        body.putArray("token_endpoint_auth_methods_supported")
                .add("client_secret_basic")
                .add("client_secret_post");
        body.putArray("scopes_supported").add(OAuthGrants.SCOPE);
        body.putArray("response_types_supported");
        return RestResponse.json(body);
    }

    private static String issuer(Request request) {
        return "http://" + request.header("host").orElse("localhost");
    }

    /** The form, RFC 6749 appendix B. A parameter that comes twice counts as one that is wrong. */
    private static Map<String, String> form(Request request) throws OAuthError {
        Map<String, String> form = new HashMap<>();
        String body = new String(request.body(), StandardCharsets.UTF_8);
        for (String pair : body.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            String name = URLDecoder.decode(parts[0], StandardCharsets.UTF_8);
            String value = parts.length == 2 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "";
            if (!value.isEmpty() && form.put(name, value) != null) {
                throw new OAuthError(400, "invalid_request", "The parameter " + name + " came twice.");
            }
        }
        return form;
    }
}
