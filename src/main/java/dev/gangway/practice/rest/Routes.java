package dev.gangway.practice.rest;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which endpoint answers which method and path. */
final class Routes {
    /** Who may ask. */
    enum Access {
        /** Everybody. */
        PUBLIC,
        /** Everybody who signed in. */
        SIGNED_IN,
        /** The tenant's administrators. */
        TENANT
    }

    /** An endpoint that was found, with the values of the path's places. */
    record Match(Access access, LaterEndpoint endpoint, Map<String, String> places) {}

    private record Route(String method, Pattern path, Access access, LaterEndpoint endpoint) {}

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private final List<Route> routes = new ArrayList<>();

    /**
     * Adds an endpoint; those added first go first.
     *
     * @param path with places like {@code {id}}, each up to the next slash
     */
    Routes add(String method, String path, Access access, RestEndpoint restEndpoint) {
        return addLater(method, path, access, request -> Future.succeededFuture(restEndpoint.answer(request)));
    }

    /** Adds an endpoint that answers when it can. */
    Routes addLater(String method, String path, Access access, LaterEndpoint endpoint) {
        Pattern pattern = Pattern.compile(PLACE.matcher(path).replaceAll("(?<$1>[^/]+)"));
        routes.add(new Route(method, pattern, access, endpoint));
        return this;
    }

    /** The endpoint for a request. */
    Optional<Match> find(String method, String path) {
        for (Route route : routes) {
            Matcher matcher = route.path().matcher(path);
            if (route.method().equals(method) && matcher.matches()) {
                Map<String, String> places = new HashMap<>();
                matcher.namedGroups().keySet().forEach(name -> places.put(name, matcher.group(name)));
                return Optional.of(new Match(route.access(), route.endpoint(), places));
            }
        }
        return Optional.empty();
    }

    /** Methods that would have been right for this path. */
    Set<String> methods(String path) {
        Set<String> methods = new LinkedHashSet<>();
        routes.stream()
                .filter(route -> route.path().matcher(path).matches())
                .forEach(route -> methods.add(route.method()));
        return methods;
    }

    /** Answers a request when it can. Refuses by {@link dev.gangway.practice.store.RestRefusal} at once. */
    interface LaterEndpoint {
        Future<RestResponse> answer(Request request);
    }

    /** Answers a request. Refuses by {@link dev.gangway.practice.store.RestRefusal}. Called on the server's thread. */
    interface RestEndpoint {
        RestResponse answer(Request request);
    }
}
