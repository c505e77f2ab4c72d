package dev.gangway.practice.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.practice.rest.Routes.Access;
import dev.gangway.practice.store.Json;
import dev.gangway.practice.store.ProfileRow;
import dev.gangway.practice.store.ProfileStore;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Device profiles. */
final class ProfileApi {
    private static final Map<String, Comparator<ProfileRow>> SORTABLE = Map.of(
            "name", Comparator.comparing(ProfileRow::name),
            "createdTime", Comparator.comparingLong(ProfileRow::createdTime),
            "type", Comparator.comparing(ProfileRow::type),
            "transportType", Comparator.comparing(ProfileRow::transportType));

    private final ProfileStore profiles;
    private final Representation representation;

    ProfileApi(ProfileStore profiles, Representation representation) {
        this.profiles = profiles;
        this.representation = representation;
    }

    void addTo(Routes routes) {
        routes.add("GET", "/api/deviceProfiles", Access.TENANT, request -> page(request, representation::profile))
                .add(
                        "GET",
                        "/api/deviceProfileInfos",
                        Access.TENANT,
                        request -> page(request, representation::profileInfo))
                .add(
                        "GET",
                        "/api/deviceProfileInfo/default",
                        Access.TENANT,
                        request -> RestResponse.json(representation.profileInfo(profiles.defaultProfile())))
                .add(
                        "GET",
                        "/api/deviceProfileInfo/{id}",
                        Access.TENANT,
                        request -> RestResponse.json(representation.profileInfo(profiles.get(request.id("id")))))
                .add("GET", "/api/deviceProfile/names", Access.TENANT, request -> RestResponse.json(names()))
                .add(
                        "POST",
                        "/api/deviceProfile",
                        Access.TENANT,
                        request -> RestResponse.json(
                                representation.profile(profiles.save(Drafts.profile(request.json())))))
                .add(
                        "POST",
                        "/api/deviceProfile/{id}/default",
                        Access.TENANT,
                        request -> RestResponse.json(representation.profile(profiles.makeDefault(request.id("id")))))
                .add(
                        "GET",
                        "/api/deviceProfile/{id}",
                        Access.TENANT,
                        request -> RestResponse.json(representation.profile(profiles.get(request.id("id")))))
                .add("DELETE", "/api/deviceProfile/{id}", Access.TENANT, this::delete);
    }

    private RestResponse page(Request request, Function<ProfileRow, ObjectNode> json) {
        Optional<String> transport = request.parameter("transportType").filter(text -> !text.isEmpty());
        List<ProfileRow> rows = profiles.all().stream()
                .filter(row -> transport.isEmpty() || row.transportType().equals(transport.get()))
                .toList();
        return RestResponse.json(PageLink.of(request).of(rows, row -> List.of(row.name()), SORTABLE, json));
    }

    private ArrayNode names() {
        ArrayNode names = Json.array();
        profiles.all().stream()
                .sorted(Comparator.comparing(ProfileRow::name))
                .map(row -> {
                    ObjectNode json = Json.object();
                    json.set("id", Json.id("DEVICE_PROFILE", row.id()));
                    return json.put("name", row.name());
                })
                .forEach(names::add);
        return names;
    }

    private RestResponse delete(Request request) {
        profiles.delete(request.id("id"));
        return RestResponse.empty(200);
    }
}
