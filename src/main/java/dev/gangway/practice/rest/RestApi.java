package dev.gangway.practice.rest;

import dev.gangway.practice.rest.Routes.Access;
import dev.gangway.practice.rest.Users.User;
import dev.gangway.practice.store.RestRefusal;
import dev.gangway.practice.store.Store;
import dev.gangway.practice.token.AccessTokens;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** All endpoints behind the check of who asks. Confined to the server's thread. */
final class RestApi {
    private static final String PAGE = "<!DOCTYPE html><html><head><title>ThingsBoard</title></head>"
            + "<body>Gangway practice server</body></html>";

    private final Routes routes = new Routes();
    private final AuthApi auth;
    private final InstantSource clock;

    RestApi(Backend backend) {
        Store store = backend.store();
        clock = backend.clock();
        Users users = new Users();
        Representation representation = new Representation(store);
        ApiKeys apiKeys = new ApiKeys(clock);
        SignInTokens tokens = new SignInTokens(users, store.tenant(), clock);
        auth = new AuthApi(users, tokens, apiKeys, store.tenant(), clock.millis());
        auth.addTo(routes);
        new ApiKeyApi(apiKeys, store.tenant()).addTo(routes);
        new DeviceController(store, representation).addTo(routes);
        new DeviceListApi(store, representation).addTo(routes);
        new CustomerApi(store, representation).addTo(routes);
        new ProfileApi(store.profiles(), representation).addTo(routes);
        new TelemetryApi(store, clock).addTo(routes);
        new ConnectivityApi(store, backend.ports(), backend.authorityPem()).addTo(routes);
        new DeviceHttpApi(store).addTo(routes);
        new RpcApi(store.devices(), backend.calls()).addTo(routes);
        OAuthLogins logins = new OAuthLogins(clock);
        new OAuthApi(new OAuthGrants(new AccessTokens(backend.keys(), clock), users, logins), logins, backend.keys())
                .addTo(routes);
        backend.enrolment()
                .ifPresent(enrolment -> new EstApi(enrolment.requests(), enrolment.authority()).addTo(routes));
    }

    /** Answers; {@code tooMany} refuses everything that needs a sign-in. */
    Future<RestResponse> answer(Request request, boolean tooMany) {
        try {
            return answerOrRefuse(request, tooMany);
        } catch (RestRefusal restRefusal) {
            return Future.succeededFuture(RestResponse.refused(restRefusal, clock));
        }
    }

    private Future<RestResponse> answerOrRefuse(Request request, boolean tooMany) {
        Optional<Routes.Match> match = routes.find(request.method(), request.path());
        if (match.isPresent() && match.get().access() == Access.PUBLIC) {
            return match.get().endpoint().answer(with(request, match.get(), Optional.empty()));
        }
        if (!request.path().startsWith("/api/")) {
            return Future.succeededFuture(RestResponse.html(200, PAGE));
        }
        Optional<User> user = auth.authenticate(request);
        if (user.isEmpty()) {
            return Future.succeededFuture(notFound("index.html"));
        }
        if (tooMany) {
            throw RestRefusal.tooManyRequests();
        }
        if (match.isEmpty()) {
            return Future.succeededFuture(unknown(request));
        }
        if (match.get().access() == Access.TENANT && user.get().authority() != User.Authority.TENANT_ADMIN) {
            throw RestRefusal.forbidden();
        }
        return match.get().endpoint().answer(with(request, match.get(), user));
    }

    private static Request with(Request request, Routes.Match match, Optional<User> user) {
        Map<String, String> parameters = new HashMap<>(request.parameters());
        parameters.putAll(match.places());
        return new Request(
                request.method(),
                request.path(),
                parameters,
                request.headers(),
                request.body(),
                request.clientChain(),
                user);
    }

    private RestResponse unknown(Request request) {
        var methods = routes.methods(request.path());
        if (methods.isEmpty()) {
            return notFound(request.path().substring(1));
        }
        return RestResponse.unhandled(405, 31, "Request method '" + request.method() + "' is not supported", clock)
                .with("Allow", String.join(", ", methods));
    }

    private RestResponse notFound(String resource) {
        return RestResponse.unhandled(404, 32, "No static resource " + resource + ".", clock);
    }
}
